import type { ProjectListItemDto } from '../dto/project-list.dto.js';

/** One column of the file: its heading and its value; numbers are written with a decimal comma. */
export interface CsvColumn {
  key: string;
  heading: string;
  value: (project: ProjectListItemDto) => string | number | null;
}

const CENTS_PER_EURO = 100;

const yesOrNo = (value: boolean | null): string | null => (value === null ? null : value ? 'ja' : 'nein');
const joined = (values: readonly string[]): string => values.join(', ');

/** An amount in euros; a quotient of two whole numbers is written with as many digits as it needs, never more than two. */
const euros = (cents: number): number => cents / CENTS_PER_EURO;

/**
 * The columns of the file of projects, in order. Headings are German, since the file is for the administration's
 * spreadsheets; values of enums are the contract's, so that they can be filtered and read back.
 */
export const CSV_COLUMNS: readonly CsvColumn[] = [
  { key: 'number', heading: 'Nummer', value: ({ number }) => number },
  { key: 'title', heading: 'Titel', value: ({ title }) => title },
  { key: 'summary', heading: 'Kurzbeschreibung', value: ({ summary }) => summary },
  { key: 'phase', heading: 'Phase', value: ({ phase }) => phase },
  { key: 'office', heading: 'Dienststelle', value: ({ office }) => office?.shortName ?? null },
  { key: 'officeName', heading: 'Dienststelle (Name)', value: ({ office }) => office?.name ?? null },
  { key: 'actionField', heading: 'Handlungsfeld', value: ({ actionField }) => actionField.title.de },
  { key: 'leadProject', heading: 'Leitprojekt', value: ({ leadProject }) => yesOrNo(leadProject) },
  { key: 'agendas', heading: 'Agenden', value: ({ agendas }) => joined(agendas) },
  { key: 'light', heading: 'Ampel', value: ({ light }) => light },
  { key: 'overdue', heading: 'Bericht überfällig', value: ({ overdue }) => yesOrNo(overdue) },
  { key: 'reportedOn', heading: 'Stand vom', value: ({ reportedOn }) => reportedOn },
  { key: 'lightAgeDays', heading: 'Alter der Meldung (Tage)', value: ({ lightAgeDays }) => lightAgeDays },
  { key: 'progressPercent', heading: 'Fortschritt (%)', value: ({ progressPercent }) => progressPercent },
  { key: 'selfScore', heading: 'Selbsteinschätzung (0–100)', value: ({ selfScore }) => selfScore },
  { key: 'settled', heading: 'Bewertete Prinzipien', value: ({ coverage }) => coverage.settled },
  { key: 'principles', heading: 'Prinzipien', value: ({ coverage }) => coverage.of },
  { key: 'conflicts', heading: 'Konflikte', value: ({ conflicts }) => conflicts },
  { key: 'reviewScore', heading: 'Prüfung (0–100)', value: ({ reviewScore }) => reviewScore },
  {
    key: 'voiceDifferences',
    heading: 'Abweichende Bewertungen',
    value: ({ voiceDifferences }) => voiceDifferences,
  },
  {
    key: 'declaredBudgetState',
    heading: 'Finanzierung (erklärt)',
    value: (project) => project.declaredBudgetState,
  },
  {
    key: 'derivedBudgetState',
    heading: 'Finanzierung (abgeleitet)',
    value: (project) => project.derivedBudgetState,
  },
  { key: 'co2Effect', heading: 'CO₂-Relevanz', value: ({ co2 }) => co2?.effect ?? null },
  { key: 'co2Magnitude', heading: 'CO₂-Ausmaß', value: ({ co2 }) => co2?.magnitude ?? null },
  { key: 'iqRelevant', heading: 'IQ-relevant', value: ({ iqRelevant }) => yesOrNo(iqRelevant) },
  {
    key: 'needOperating',
    heading: 'Bedarf Ergebnishaushalt (€)',
    value: ({ need }) => euros(need.operatingCents),
  },
  { key: 'needCapital', heading: 'Bedarf Finanzhaushalt (€)', value: ({ need }) => euros(need.capitalCents) },
  {
    key: 'securedOperating',
    heading: 'Gesichert Ergebnishaushalt (€)',
    value: ({ secured }) => euros(secured.operatingCents),
  },
  {
    key: 'securedCapital',
    heading: 'Gesichert Finanzhaushalt (€)',
    value: ({ secured }) => euros(secured.capitalCents),
  },
  {
    key: 'gapOperating',
    heading: 'Deckungslücke Ergebnishaushalt (€)',
    value: ({ gap }) => euros(gap.operatingCents),
  },
  {
    key: 'gapCapital',
    heading: 'Deckungslücke Finanzhaushalt (€)',
    value: ({ gap }) => euros(gap.capitalCents),
  },
  {
    key: 'actualOperating',
    heading: 'Ist Ergebnishaushalt (€)',
    value: ({ actual }) => euros(actual.operatingCents),
  },
  {
    key: 'actualCapital',
    heading: 'Ist Finanzhaushalt (€)',
    value: ({ actual }) => euros(actual.capitalCents),
  },
  {
    key: 'forecastOperating',
    heading: 'Prognose Ergebnishaushalt (€)',
    value: ({ forecast }) => euros(forecast.operatingCents),
  },
  {
    key: 'forecastCapital',
    heading: 'Prognose Finanzhaushalt (€)',
    value: ({ forecast }) => euros(forecast.capitalCents),
  },
  { key: 'baselineEnd', heading: 'Ende geplant', value: ({ baselineEnd }) => baselineEnd },
  { key: 'expectedEnd', heading: 'Ende erwartet', value: ({ expectedEnd }) => expectedEnd },
  { key: 'slipDays', heading: 'Verschiebung (Tage)', value: ({ slipDays }) => slipDays },
  { key: 'endMoves', heading: 'Verschiebungen', value: ({ endMoves }) => endMoves },
  { key: 'openRisks', heading: 'Offene Risiken', value: ({ openRisks }) => openRisks },
  { key: 'tags', heading: 'Schlagworte', value: ({ tags }) => joined(tags) },
  { key: 'findings', heading: 'Feststellungen', value: ({ findings }) => joined(findings) },
  { key: 'origin', heading: 'Herkunft', value: ({ origin }) => origin },
];
