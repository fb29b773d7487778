/** What is contradictory about the money of a project, yet accepted. Source: domain.md, "Warn, do not block". */
export const BUDGET_FINDINGS = [
  'before-start',
  'after-end',
  'follow-up-before-end',
  'follow-up-without-year',
  'cash-years-differ',
  'grant-differs-from-rate',
] as const;
export type BudgetFindingCode = (typeof BUDGET_FINDINGS)[number];

/** The parts of a project's money that findings are about. */
export const MONEY_PARTS = [
  'needs',
  'budget-lines',
  'counter-fundings',
  'follow-up-costs',
  'commitment-authorisations',
  'grants',
] as const;
export type MoneyPart = (typeof MONEY_PARTS)[number];

/** One contradiction, in as many rows of a part as it occurs. */
export interface BudgetFinding {
  code: BudgetFindingCode;
  part: MoneyPart;
  /** The rows that it is about. */
  ids: string[];
  /** The years that it is about, each once, in order. */
  years: number[];
}

interface OfYear {
  id: string;
  year: number;
}

/** What the findings look at. */
export interface MoneyFacts {
  /** First and last day of the project, as far as anybody has said; 'YYYY-MM-DD'. */
  start: string | null;
  end: string | null;
  needs: readonly OfYear[];
  lines: readonly OfYear[];
  counterFundings: readonly OfYear[];
  followUpCosts: readonly { id: string; yearFrom: number | null }[];
  authorisations: readonly {
    id: string;
    year: number;
    amountCents: number;
    cashYears: readonly { amountCents: number }[];
  }[];
  grants: readonly {
    id: string;
    amountCents: number;
    eligibleCents: number | null;
    rateBasisPoints: number | null;
  }[];
}

/** Lists what is contradictory about the money of a project, in a fixed order; nothing of it is refused. */
export function budgetFindings(facts: MoneyFacts): BudgetFinding[] {
  const first = yearOf(facts.start);
  const last = yearOf(facts.end);
  const outside = (part: MoneyPart, rows: readonly OfYear[]): BudgetFinding[] => [
    ...finding(
      'before-start',
      part,
      rows.filter(({ year }) => first !== null && year < first),
    ),
    ...finding(
      'after-end',
      part,
      rows.filter(({ year }) => last !== null && year > last),
    ),
  ];
  const followUp = facts.followUpCosts.map(({ id, yearFrom }) => ({ id, year: yearFrom }));
  return [
    ...outside('needs', facts.needs),
    ...outside('budget-lines', facts.lines),
    ...outside('counter-fundings', facts.counterFundings),
    ...finding(
      'follow-up-before-end',
      'follow-up-costs',
      followUp.filter(({ year }) => year !== null && last !== null && year < last),
    ),
    ...finding(
      'follow-up-without-year',
      'follow-up-costs',
      followUp.filter(({ year }) => year === null),
    ),
    ...finding(
      'cash-years-differ',
      'commitment-authorisations',
      facts.authorisations.filter(
        ({ amountCents, cashYears }) =>
          cashYears.reduce((total, cash) => total + cash.amountCents, 0) !== amountCents,
      ),
    ),
    ...finding(
      'grant-differs-from-rate',
      'grants',
      facts.grants
        .filter((grant) => {
          const expected = grantOfRateCents(grant);
          return expected !== null && expected !== grant.amountCents;
        })
        .map(({ id }) => ({ id, year: null })),
    ),
  ];
}

/** What a rate of the recognised costs comes to, rounded to the cent; null while one of them is not known. */
export function grantOfRateCents({
  eligibleCents,
  rateBasisPoints,
}: {
  eligibleCents: number | null;
  rateBasisPoints: number | null;
}): number | null {
  if (eligibleCents === null || rateBasisPoints === null) return null;
  // 100 billion euro in cents times ten thousand is more than a double holds.
  return Number((BigInt(eligibleCents) * BigInt(rateBasisPoints) + 5_000n) / 10_000n);
}

function finding(
  code: BudgetFindingCode,
  part: MoneyPart,
  rows: readonly { id: string; year: number | null }[],
): BudgetFinding[] {
  if (rows.length === 0) return [];
  const years = new Set(rows.flatMap(({ year }) => (year === null ? [] : [year])));
  return [{ code, part, ids: rows.map(({ id }) => id), years: [...years].sort((a, b) => a - b) }];
}

function yearOf(day: string | null): number | null {
  return day === null ? null : Number(day.slice(0, 4));
}
