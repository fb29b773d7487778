/** The optional figures about CO₂ relevance, each with the field that says how it was found. Source: domain.md, "CO₂". */
export const CO2_FIGURES = [
  { figure: 'co2KgPerYear', method: 'co2Method' },
  { figure: 'energyKwhPerYear', method: 'energyMethod' },
  { figure: 'waterM3PerYear', method: 'waterMethod' },
  { figure: 'paperSheetsPerYear', method: 'paperMethod' },
] as const;

type FigureField = (typeof CO2_FIGURES)[number]['figure'];
type MethodField = (typeof CO2_FIGURES)[number]['method'];

/** The figures of a project, and how each was found. */
export type Co2Figures = Record<FigureField, number | null> & Record<MethodField, string | null>;

/** Lists the method fields that are empty beside a figure. */
export function missingMethods(figures: Co2Figures): MethodField[] {
  return CO2_FIGURES.filter(
    ({ figure, method }) => figures[figure] !== null && (figures[method] ?? '').trim() === '',
  ).map(({ method }) => method);
}
