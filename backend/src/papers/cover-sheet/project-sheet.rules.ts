import type {
  Co2Effect,
  Co2Magnitude,
  DeclaredBudgetState,
  DerivedBudgetState,
} from '../../projects/index.js';
import { BLANK_SHEET, type CoverSheetValues } from './cover-sheet.enums.js';

/** What of a project a cover sheet is filled from. */
export interface SheetProject {
  id: string;
  number: string;
  title: string;
  financialEffects: boolean | null;
  declaredBudgetState: DeclaredBudgetState | null;
  derivedBudgetState: DerivedBudgetState;
  co2Effect: Co2Effect | null;
  co2Magnitude: Co2Magnitude | null;
  co2Reason: string | null;
  co2Optimisation: string | null;
  iqRelevant: boolean | null;
  iqNote: string | null;
  /** German titles, emphasised ones first. */
  corridorThemes: readonly string[];
  needs: readonly {
    year: number;
    kind: 'operating' | 'capital';
    direction: 'expense' | 'revenue';
    amountCents: number;
  }[];
  counterFundings: readonly { source: string; amountCents: number; explanation: string }[];
}

/**
 * Fills a cover sheet from the projects that a paper is about. Investments are summed over all years; of what is needed
 * or earned year by year the sheet names the year that has the most. What a project does not know stays open.
 */
export function sheetOfProjects(projects: readonly SheetProject[]): CoverSheetValues {
  if (projects.length === 0) return BLANK_SHEET;
  const has = (source: string): boolean | null =>
    projects.some(({ counterFundings }) =>
      counterFundings.some((funding) => funding.source === source && funding.amountCents > 0),
    ) || null;
  const capital = amountsOf(projects, 'capital', 'expense');
  const operating = amountsOf(projects, 'operating', 'expense');
  return {
    ...BLANK_SHEET,
    financialEffects: anyOf(projects.map((project) => project.financialEffects)),
    investment: (sumOf(capital) ?? 0) > 0 || null,
    operating: (sumOf(operating) ?? 0) > 0 || null,
    totalCostsCents: sumOf(capital),
    annualCostsCents: mostOf(operating),
    totalReceiptsCents: sumOf(amountsOf(projects, 'capital', 'revenue')),
    annualIncomeCents: mostOf(amountsOf(projects, 'operating', 'revenue')),
    financing: financingOf(projects.map((project) => project.declaredBudgetState)),
    additionalRevenue: has('additional-revenue'),
    discontinuedTasks: has('discontinued-tasks'),
    reallocation: has('reallocation'),
    counterFundingNote: textOf(projects, ({ counterFundings }) =>
      counterFundings.map(({ explanation }) => explanation),
    ),
    ...co2Of(projects),
    iqRelevant: anyOf(projects.map((project) => project.iqRelevant)),
    corridorTheme: themesOf(projects),
  };
}

/** Yes as soon as one says yes; no only when all say no. */
function anyOf(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(true)) return true;
  return answers.every((answer) => answer === false) ? false : null;
}

function co2Of(
  projects: readonly SheetProject[],
): Pick<CoverSheetValues, 'co2Relevant' | 'co2Effect' | 'co2Magnitude' | 'co2Reason'> {
  const relevant = projects.filter(({ co2Effect }) => co2Effect !== null && co2Effect !== 'none');
  const directions = new Set(relevant.map(({ co2Effect }) => co2Effect));
  const [direction] = directions;
  const magnitudes = relevant.map(({ co2Magnitude }) => co2Magnitude);
  return {
    co2Relevant: anyOf(projects.map(({ co2Effect }) => (co2Effect === null ? null : co2Effect !== 'none'))),
    co2Effect:
      directions.size === 1 && (direction === 'positive' || direction === 'negative') ? direction : null,
    co2Magnitude: magnitudes.includes('considerable')
      ? 'considerable'
      : magnitudes.includes('minor')
        ? 'minor'
        : null,
    co2Reason: textOf(relevant, ({ co2Reason, co2Optimisation }) => [co2Reason ?? '', co2Optimisation ?? '']),
  };
}

function financingOf(states: readonly (DeclaredBudgetState | null)[]): DeclaredBudgetState | null {
  const declared = new Set(states.filter((state) => state !== null));
  const [state] = declared;
  return declared.size > 1 ? 'partial' : (state ?? null);
}

function themesOf(projects: readonly SheetProject[]): string | null {
  const themes = [...new Set(projects.flatMap(({ corridorThemes }) => corridorThemes))];
  const notes = [...new Set(projects.flatMap(({ iqNote }) => (iqNote ? [iqNote] : [])))];
  const text = [themes.join(', '), ...notes].filter((part) => part !== '').join('; ');
  return text === '' ? null : text;
}

/** Texts of the projects; which project one is of is said as soon as there are several. */
function textOf(
  projects: readonly SheetProject[],
  textsOf: (project: SheetProject) => readonly string[],
): string | null {
  const lines = projects.flatMap((project) => {
    const text = [...new Set(textsOf(project))].filter((part) => part !== '').join('\n');
    if (text === '') return [];
    return [projects.length > 1 ? `${project.title}: ${text}` : text];
  });
  return lines.length === 0 ? null : lines.join('\n');
}

/** Amounts by year; none at all is not 0. */
function amountsOf(
  projects: readonly SheetProject[],
  kind: 'operating' | 'capital',
  direction: 'expense' | 'revenue',
): Map<number, number> {
  const years = new Map<number, number>();
  for (const need of projects.flatMap(({ needs }) => needs))
    if (need.kind === kind && need.direction === direction)
      years.set(need.year, (years.get(need.year) ?? 0) + need.amountCents);
  return years;
}

function sumOf(years: Map<number, number>): number | null {
  return years.size === 0 ? null : [...years.values()].reduce((sum, cents) => sum + cents, 0);
}

function mostOf(years: Map<number, number>): number | null {
  return years.size === 0 ? null : Math.max(...years.values());
}
