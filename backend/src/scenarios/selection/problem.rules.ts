/** One thing that may be chosen: what it is worth, and what it takes of each ceiling. Whole numbers, 0 or more. */
export interface Item {
  worth: number;
  /** Cents, one amount for each ceiling. */
  costs: readonly number[];
}

/** Which set of items is worth most under the ceilings. Items stand in the order in which ties are broken. */
export interface SelectionProblem {
  items: readonly Item[];
  /** Cents; one for each year and kind. Nothing of one is ever taken from another. */
  ceilings: readonly number[];
  /** [a, b]: a can only be chosen together with b. */
  needs: readonly (readonly [number, number])[];
  /** Of each group one item at most. */
  groups: readonly (readonly number[])[];
  /** Items that must be chosen, and items that can't be. */
  must: readonly number[];
  out: readonly number[];
}

/** A set of items by their places in the problem. */
export type Chosen = ReadonlySet<number>;

/** The items and everything that they need, directly or through others. */
export function withNeeded(
  start: Iterable<number>,
  needs: SelectionProblem['needs'],
  { reversed = false } = {},
): Set<number> {
  const next = new Map<number, number[]>();
  for (const [a, b] of needs) {
    const [from, to] = reversed ? [b, a] : [a, b];
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const found = new Set(start);
  // A set is walked in the order in which it grows.
  for (const item of found) for (const needed of next.get(item) ?? []) found.add(needed);
  return found;
}

/** By how many cents a set exceeds each ceiling; 0 where it fits. */
export function excesses({ items, ceilings }: SelectionProblem, chosen: Iterable<number>): number[] {
  const sums = ceilings.map(() => 0n);
  for (const item of chosen) {
    items[item]?.costs.forEach((cents, row) => (sums[row] = (sums[row] ?? 0n) + BigInt(cents)));
  }
  return ceilings.map((ceiling, row) => Number(maxOf(0n, (sums[row] ?? 0n) - BigInt(ceiling))));
}

/** Says, in whole numbers, whether a set keeps every ceiling and every obligation. */
export function isAllowed(problem: SelectionProblem, chosen: Chosen): boolean {
  const { needs, groups, must, out } = problem;
  return (
    must.every((item) => chosen.has(item)) &&
    !out.some((item) => chosen.has(item)) &&
    needs.every(([a, b]) => !chosen.has(a) || chosen.has(b)) &&
    groups.every((group) => group.filter((item) => chosen.has(item)).length <= 1) &&
    excesses(problem, chosen).every((cents) => cents === 0)
  );
}

/** What a set is worth. */
export function worthOf({ items }: Pick<SelectionProblem, 'items'>, chosen: Iterable<number>): number {
  let worth = 0;
  for (const item of chosen) worth += items[item]?.worth ?? 0;
  return worth;
}

/** What a set takes of all ceilings together, in cents; only to tell sets of the same worth apart. */
export function moneyOf({ items }: Pick<SelectionProblem, 'items'>, chosen: Iterable<number>): bigint {
  let money = 0n;
  for (const item of chosen) for (const cents of items[item]?.costs ?? []) money += BigInt(cents);
  return money;
}

/**
 * Settles what the obligations settle alone: what must be in with all that it needs, what can't be in with all that
 * needs it, what shares a group with something that must be in, what exceeds what the others leave of a ceiling.
 */
export function settled(problem: SelectionProblem): { isIn: Set<number>; isOut: Set<number> } {
  const { items, needs, groups, must, out, ceilings } = problem;
  const isIn = withNeeded(must, needs);
  const blocked = new Set(out);
  for (const group of groups) {
    if (group.some((item) => isIn.has(item))) {
      for (const item of group) if (!isIn.has(item)) blocked.add(item);
    }
  }
  const left = ceilings.map((ceiling, row) =>
    [...isIn].reduce((rest, item) => rest - (items[item]?.costs[row] ?? 0), ceiling),
  );
  items.forEach(({ costs }, item) => {
    if (!isIn.has(item) && costs.some((cents, row) => cents > (left[row] ?? 0))) blocked.add(item);
  });
  const isOut = withNeeded(blocked, needs, { reversed: true });
  for (const item of isIn) isOut.delete(item);
  return { isIn, isOut };
}

function maxOf(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
