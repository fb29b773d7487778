import type { ApiClient } from './api';
import type { ProjectBudget, Year } from './budget';

/** The amounts that cells, groups and totals have alike. */
export const AMOUNTS = [
  'needCents',
  'securedCents',
  'plannedCents',
  'counterFundingCents',
  'gapCents',
  'committedCents',
  'actualCents',
  'forecastCents',
] as const;
export type Amounts = Record<(typeof AMOUNTS)[number], number | null> & { surplusCents?: number };

export interface Cell extends Amounts {
  year: number | null;
  kind: string;
}

export interface Matrix {
  moment: string;
  years: number[];
  projects: number;
  groups: { key: string; title: { de: string } | null; projects: number; cells: Cell[] }[];
  totals: Cell[];
}

export interface MatrixProjects {
  moment: string;
  total: number;
  items: { id: string; number: string; title: string; cells: Cell[] }[];
}

export interface FinanceYears {
  moment: string;
  years: number[];
  projects: number;
  items: Cell[];
  totals: Cell[];
}

export interface Exception {
  kind: string;
  project: { id: string; number: string; title: string };
  year: number | null;
  budgetKind: string | null;
  amountCents: number | null;
  againstCents: number | null;
  differenceCents: number | null;
  rejected: { budgetTitle: string; stage: string } | null;
  states: { declared: string | null; derived: string; financialEffects: boolean | null } | null;
  confirmation: { budgetTitle: string; seen: Record<string, number>; now: Record<string, number> } | null;
  figure: { record: string; id: string; reportedAt: string; checkedAt: string | null } | null;
}

export interface Exceptions {
  moment: string;
  total: number;
  counts: { kind: string; count: number; operatingCents: number; capitalCents: number }[];
  items: Exception[];
}

export const GROUPINGS = ['office', 'directorate', 'actionField', 'subBudget', 'leadProject'];

/** What finance sees under an address of the cockpit. */
export async function financeAnswer<Body>(person: ApiClient, path: string): Promise<Body> {
  const { status, body } = await person.get<Body>(`/api/v1/finance/${path}`);
  if (status !== 200) throw new Error(`${path} was answered by ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Adds cells up by kind, and by year where they are to stay apart; each sum exact. */
export function summed(cells: readonly Amounts[], keyOf: (cell: Cell) => string): Record<string, Amounts> {
  const sums: Record<string, Amounts> = {};
  for (const cell of cells as readonly Cell[]) {
    const key = keyOf(cell);
    const before = sums[key];
    sums[key] = Object.fromEntries(
      AMOUNTS.map((amount) => [amount, plus(before?.[amount] ?? null, cell[amount])]),
    ) as Amounts;
  }
  // A cell of which only revenue or unsecured money is known is one of zeros here, and none there.
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => AMOUNTS.some((amount) => sum[amount])));
}

export const byYearAndKind = (cell: Cell): string => `${cell.year} ${cell.kind}`;
export const byKind = (cell: Cell): string => cell.kind;

/** The cells of projects as their own pages show them, in which TypeScript and not SQL does the sums. */
export function cellsOf(budgets: readonly ProjectBudget[]): (Year & Cell)[] {
  return budgets.flatMap(({ years }) => years as (Year & Cell)[]);
}

function plus(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : a + b;
}
