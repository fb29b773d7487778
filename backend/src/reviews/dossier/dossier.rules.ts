import type { DifferenceKind } from '../../comparison/index.js';

/** What the two voices say of a principle: 0 to 4, `not-applicable`, or null. */
export interface Voices {
  self: string | null;
  review: string | null;
}

/** Says whether a voice sees the principle violated. Source: domain rules, check grid: a single 0 is a conflict. */
export function conflicts({ self, review }: Voices): boolean {
  return self === '0' || review === '0';
}

/** Says whether the voices are so far apart that it is shown. Source: domain rules, check grid: two levels or more. */
export function voicesDiffer({ self, review }: Voices): boolean {
  if (self === null || review === null) return false;
  return Math.abs(Number(self) - Number(review)) >= 2;
}

/** What has a name of its own; other changes are counted where they are all there is. */
export function toldApart<One extends { kinds: DifferenceKind[] }>(
  differences: readonly One[],
): { told: One[]; others: number } {
  const told = differences
    .map((one) => ({ ...one, kinds: one.kinds.filter((kind) => kind !== 'changed') }))
    .filter(({ kinds }) => kinds.length > 0);
  return { told, others: differences.length - told.length };
}
