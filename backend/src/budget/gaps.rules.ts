import type { BudgetKind } from './budget.enums.js';

interface OfYearAndKind {
  year: number;
  kind: BudgetKind;
}

/** What is lacking in one year and kind, and where it is to come from. */
export interface GapWithDestination<Destination> extends OfYearAndKind {
  /** 0 when it is settled: a destination stays after its gap has gone. */
  gapCents: number;
  destination: Destination | null;
}

/** Puts each gap beside its destination, in the order of the years; a destination without a gap counts as settled. */
export function gapsWithDestinations<Destination extends OfYearAndKind>(
  years: readonly (OfYearAndKind & { gapCents: number })[],
  destinations: readonly Destination[],
): GapWithDestination<Destination>[] {
  const isOf = (a: OfYearAndKind) => (b: OfYearAndKind) => a.year === b.year && a.kind === b.kind;
  const gaps = years.filter(({ gapCents }) => gapCents > 0);
  const settled = destinations.filter((destination) => !gaps.some(isOf(destination)));
  return [
    ...gaps.map(({ year, kind, gapCents }) => ({
      year,
      kind,
      gapCents,
      destination: destinations.find(isOf({ year, kind })) ?? null,
    })),
    ...settled.map((destination) => ({
      year: destination.year,
      kind: destination.kind,
      gapCents: 0,
      destination,
    })),
  ].sort((a, b) => a.year - b.year || (a.kind === b.kind ? 0 : a.kind === 'operating' ? -1 : 1));
}
