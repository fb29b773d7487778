import { type BudgetKind, COUNTER_FUNDING_SOURCES, type CounterFundingSource } from './budget.enums.js';

/** Money from elsewhere; whole cents, 0 or more. */
export interface CounterFundingOfSource {
  year: number;
  kind: BudgetKind;
  source: CounterFundingSource;
  amountCents: number;
  secured: boolean;
}

/** What comes from one of the three types. */
export interface SumsOfSource {
  source: CounterFundingSource;
  securedCents: number;
  /** Named, but not secured. */
  openCents: number;
}

/** Counter-funding of one year and kind against what it is to cover. */
export interface CounterFundingSums {
  year: number;
  kind: BudgetKind;
  /** Need beyond what is secured in adopted budgets; never below 0. */
  toCoverCents: number;
  /** Each of the three types, always all of them. */
  sources: SumsOfSource[];
  securedCents: number;
  openCents: number;
  /** What is lacking with the secured ones: the gap. */
  lackingCents: number;
  /** What would be lacking if the open ones were secured as well. */
  lackingIfSecuredCents: number;
}

/**
 * Adds up counter-funding by year, kind and type against what it is to cover, need − secured. A year appears when it has
 * something to cover or counter-funding; operating and capital are never summed. Source: product.md, Finance 5.
 */
export function counterFundingSums(
  years: readonly { year: number; kind: BudgetKind; needCents: number; securedCents: number }[],
  counterFundings: readonly CounterFundingOfSource[],
): CounterFundingSums[] {
  return years
    .map(({ year, kind, needCents, securedCents }) => {
      const within = counterFundings.filter((one) => one.year === year && one.kind === kind);
      const toCoverCents = Math.max(0, needCents - securedCents);
      const sources = COUNTER_FUNDING_SOURCES.map((source) => {
        const ofSource = within.filter((one) => one.source === source);
        return {
          source,
          securedCents: sum(ofSource.filter(({ secured }) => secured)),
          openCents: sum(ofSource.filter(({ secured }) => !secured)),
        };
      });
      const secured = sources.reduce((total, one) => total + one.securedCents, 0);
      const open = sources.reduce((total, one) => total + one.openCents, 0);
      return {
        year,
        kind,
        toCoverCents,
        sources,
        securedCents: secured,
        openCents: open,
        lackingCents: Math.max(0, toCoverCents - secured),
        lackingIfSecuredCents: Math.max(0, toCoverCents - secured - open),
        isNamed: within.length > 0,
      };
    })
    .filter(({ toCoverCents, isNamed }) => toCoverCents > 0 || isNamed)
    .map(({ isNamed: _, ...sums }) => sums);
}

function sum(items: readonly { amountCents: number }[]): number {
  return items.reduce((total, { amountCents }) => total + amountCents, 0);
}
