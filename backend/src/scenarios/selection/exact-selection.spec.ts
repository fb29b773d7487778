import fc from 'fast-check';
import type { Highs } from 'highs';
import { type Selection, selectBest } from './exact-selection.js';
import { loadHighs } from './load-highs.js';
import { excesses, isAllowed, moneyOf, type SelectionProblem, worthOf } from './problem.rules.js';

/** 100 billion euro in cents. */
const MOST = 10_000_000_000_000;

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** Tries every set there is; null when none keeps the obligations. */
function byTryingAll(problem: SelectionProblem): number[] | null {
  const places = problem.items.map((_, place) => place);
  let best: { chosen: number[]; worth: number; money: bigint; order: string } | null = null;
  for (let bits = 0; bits < 2 ** places.length; bits += 1) {
    const chosen = places.filter((place) => (bits >> place) % 2 === 1);
    if (!isAllowed(problem, new Set(chosen))) continue;
    const found = {
      chosen,
      worth: worthOf(problem, chosen),
      money: moneyOf(problem, chosen),
      order: places.map((place) => (chosen.includes(place) ? 'a' : 'b')).join(''),
    };
    if (best === null || isBetter(found, best)) best = found;
  }
  return best?.chosen ?? null;
}

interface Found {
  worth: number;
  money: bigint;
  order: string;
}

function isBetter(one: Found, other: Found): boolean {
  if (one.worth !== other.worth) return one.worth > other.worth;
  if (one.money !== other.money) return one.money < other.money;
  return one.order < other.order;
}

const solved = (problem: SelectionProblem): Selection => selectBest(highs, problem, 30);
const cents = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 6 }),
  fc.integer({ min: 0, max: 90 }).map((thousands) => thousands * 100_000),
  fc.integer({ min: 0, max: MOST }),
);
const problems: fc.Arbitrary<SelectionProblem> = fc
  .record({ count: fc.integer({ min: 1, max: 9 }), rows: fc.integer({ min: 1, max: 4 }) })
  .chain(({ count, rows }) => {
    const place = fc.integer({ min: 0, max: count - 1 });
    const row = fc.array(cents, { minLength: rows, maxLength: rows });
    return fc.record({
      items: fc.array(fc.record({ worth: fc.integer({ min: 0, max: 1000 }), costs: row }), {
        minLength: count,
        maxLength: count,
      }),
      ceilings: row,
      needs: fc.array(fc.tuple(place, place), { maxLength: 3 }),
      groups: fc.array(fc.uniqueArray(place, { minLength: Math.min(2, count), maxLength: 4 }), {
        maxLength: 2,
      }),
      must: fc.array(place, { maxLength: 2 }),
      out: fc.array(place, { maxLength: 2 }),
    });
  });

const aProblem = (changes: Partial<SelectionProblem> = {}): SelectionProblem => ({
  items: [],
  ceilings: [100],
  needs: [],
  groups: [],
  must: [],
  out: [],
  ...changes,
});

describe('the best selection', () => {
  it('is what trying all sets finds, whatever the amounts and obligations', () => {
    let compared = 0;
    fc.assert(
      fc.property(problems, (problem) => {
        const expected = byTryingAll(problem);
        if (expected === null) return;
        compared += 1;
        expect(solved(problem)).toEqual({ chosen: expected, isBest: true, isUnique: true });
      }),
      { numRuns: 300, seed: 20261126 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('never exceeds the ceiling of any year and kind, and one never pays for the other', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        if (byTryingAll(problem) === null) return;
        expect(excesses(problem, solved(problem).chosen).every((over) => over === 0)).toBe(true);
      }),
      { numRuns: 100, seed: 11 },
    );
    const items = [
      { worth: 10, costs: [60, 0] },
      { worth: 10, costs: [50, 0] },
    ];
    // Together 110 of 150, but all of it in the first.
    expect(solved(aProblem({ items, ceilings: [100, 50] })).chosen).toEqual([1]);
  });

  it('is exact to the cent at 100 billion euro', () => {
    const items = [
      { worth: 2, costs: [MOST - 1] },
      { worth: 1, costs: [2] },
      { worth: 1, costs: [1] },
    ];
    expect(solved(aProblem({ items, ceilings: [MOST] })).chosen).toEqual([0, 2]);
    expect(solved(aProblem({ items, ceilings: [MOST - 1] })).chosen).toEqual([1, 2]);
    expect(solved(aProblem({ items, ceilings: [MOST - 2] })).chosen).toEqual([1, 2]);
  });

  it('is the cheaper of two that are worth as much, then the one with the earlier items', () => {
    const twin = { worth: 50, costs: [60] };
    expect(solved(aProblem({ items: [twin, { worth: 50, costs: [59] }, twin] })).chosen).toEqual([1]);
    expect(solved(aProblem({ items: [twin, twin, twin] })).chosen).toEqual([0]);
    const many = Array.from({ length: 60 }, () => ({ worth: 50, costs: [3] }));
    expect(solved(aProblem({ items: many })).chosen).toEqual(Array.from({ length: 33 }, (_, place) => place));
  });

  it('is empty where there is nothing to choose from', () => {
    expect(solved(aProblem())).toEqual({ chosen: [], isBest: true, isUnique: true });
  });

  it('says when time was too short to prove anything: a good set that keeps every obligation, with no room left', () => {
    const items = Array.from({ length: 40 }, (_, place) => ({ worth: 37 + (place % 7), costs: [place + 5] }));
    const problem = aProblem({ items, must: [39], needs: [[39, 38]], groups: [[0, 1]] });
    const selection = selectBest(highs, problem, 0);
    expect(selection).toMatchObject({ isBest: false, isUnique: false });
    const chosen = new Set(selection.chosen);
    expect(isAllowed(problem, chosen)).toBe(true);
    // More than what must be in, and nothing else would fit.
    expect(chosen.size).toBeGreaterThan(2);
    const larger = items.flatMap((_, place) => (chosen.has(place) ? [] : [new Set([...chosen, place])]));
    expect(larger.some((set) => isAllowed(problem, set))).toBe(false);
  });
});
