import { type Chosen, isAllowed, type SelectionProblem, withNeeded } from './problem.rules.js';

/**
 * Adds to a set, item by item, what is worth most for its share of the ceilings, each with all that it needs, as long as
 * everything fits. The result is allowed when `start` is, and nothing of worth could be added to it; it is no proof of
 * anything, but an answer for when time is short, and a start for the exact search.
 */
export function grown(problem: SelectionProblem, start: Chosen): Set<number> {
  const { items, ceilings, needs } = problem;
  const value = items.map(({ worth, costs }) => {
    const share = costs.reduce(
      (sum, cents, row) => sum + (cents === 0 ? 0 : cents / (ceilings[row] ?? 0)),
      0,
    );
    return share === 0 ? Infinity : worth / share;
  });
  const order = items
    .flatMap(({ worth }, item) => (worth > 0 ? [item] : []))
    .sort((a, b) => (value[a] === value[b] ? a - b : (value[b] ?? 0) - (value[a] ?? 0)));
  let set = new Set(start);
  for (const item of order) {
    if (set.has(item)) continue;
    const larger = new Set([...set, ...withNeeded([item], needs)]);
    if (isAllowed(problem, larger)) set = larger;
  }
  return set;
}
