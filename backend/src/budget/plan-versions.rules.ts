import type { BudgetKind, Direction } from './budget.enums.js';

/** What is budgeted for a project in one year, kind and direction; whole cents. */
export interface PlannedAmount {
  projectId: string;
  number: string;
  title: string;
  kind: BudgetKind;
  year: number;
  direction: Direction;
  cents: number;
}

/** The same in two versions of a plan. */
export interface ComparedAmount extends Omit<PlannedAmount, 'cents'> {
  beforeCents: number;
  afterCents: number;
  differenceCents: number;
}

/** The sums of one year, kind and direction in two versions of a plan. */
export type ComparedSum = Omit<ComparedAmount, 'projectId' | 'number' | 'title'>;

/** Two versions of a plan beside each other. */
export interface ComparedPlans {
  /** What differs, by project, kind, year and direction. */
  items: ComparedAmount[];
  /** All that is planned, what did not change included, apart by kind, year and direction. */
  sums: ComparedSum[];
  /** Projects whose amounts are the same in both. */
  unchangedProjects: number;
}

/** Puts two versions of a plan beside each other; revenue and expense, operating and capital are never summed. */
export function comparedPlans(
  before: readonly PlannedAmount[],
  after: readonly PlannedAmount[],
): ComparedPlans {
  const amounts = new Map<string, ComparedAmount>();
  const add = ({ cents, ...amount }: PlannedAmount, side: 'beforeCents' | 'afterCents'): void => {
    const key = [amount.projectId, amount.kind, amount.year, amount.direction].join(' ');
    const known = amounts.get(key) ?? { ...amount, beforeCents: 0, afterCents: 0, differenceCents: 0 };
    // A project is called what it is called in the newer version.
    const named = side === 'afterCents' ? { number: amount.number, title: amount.title } : {};
    amounts.set(key, { ...known, ...named, [side]: known[side] + cents });
  };
  for (const amount of before) add(amount, 'beforeCents');
  for (const amount of after) add(amount, 'afterCents');
  const all = [...amounts.values()]
    .map((one) => ({ ...one, differenceCents: one.afterCents - one.beforeCents }))
    .sort((a, b) => compareText(a.number, b.number) || inOrder(a, b));
  const items = all.filter(({ differenceCents }) => differenceCents !== 0);
  const changed = new Set(items.map(({ projectId }) => projectId));
  return {
    items,
    sums: sumsOf(all),
    unchangedProjects: new Set(
      all.filter(({ projectId }) => !changed.has(projectId)).map(({ projectId }) => projectId),
    ).size,
  };
}

function sumsOf(all: readonly ComparedAmount[]): ComparedSum[] {
  const sums = new Map<string, ComparedSum>();
  for (const { kind, year, direction, beforeCents, afterCents, differenceCents } of all) {
    const key = [kind, year, direction].join(' ');
    const known = sums.get(key);
    sums.set(key, {
      kind,
      year,
      direction,
      beforeCents: (known?.beforeCents ?? 0) + beforeCents,
      afterCents: (known?.afterCents ?? 0) + afterCents,
      differenceCents: (known?.differenceCents ?? 0) + differenceCents,
    });
  }
  return [...sums.values()].sort(inOrder);
}

/** Operating before capital, by year, expense before revenue. */
function inOrder(a: ComparedSum, b: ComparedSum): number {
  return compareText(b.kind, a.kind) || a.year - b.year || compareText(a.direction, b.direction);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
