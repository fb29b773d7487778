import fc from 'fast-check';
import { coverOf, gcdOf, scaleRow, type UpperRow } from './whole-numbers.rules.js';

const rows: fc.Arbitrary<UpperRow & { chosen: boolean[] }> = fc
  .array(fc.record({ value: fc.integer({ min: 0, max: 10_000_000_000_000 }), isIn: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  })
  .chain((columns) =>
    fc.record({
      values: fc.constant(columns.map(({ value }) => value)),
      chosen: fc.constant(columns.map(({ isIn }) => isIn)),
      limit: fc.integer({ min: 0, max: 10_000_000_000_000 }),
    }),
  );
const sum = (values: readonly number[], chosen: readonly boolean[]): number =>
  values.reduce((total, value, column) => total + (chosen[column] === true ? value : 0), 0);

describe('a row for the solver', () => {
  it('lets every set through that the true one does', () => {
    fc.assert(
      fc.property(rows, ({ chosen, ...row }) => {
        const scaled = scaleRow(row);
        expect(scaled.limit).toBeLessThanOrEqual(10_000_000);
        if (sum(row.values, chosen) <= row.limit) {
          expect(sum(scaled.values, chosen)).toBeLessThanOrEqual(scaled.limit);
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('is the true one, only smaller, where amounts have much in common', () => {
    expect(scaleRow({ values: [300_000, 500_000], limit: 799_999 })).toEqual({ values: [3, 5], limit: 7 });
  });

  it('is cut where a set breaks it, and never cuts off a set that keeps it', () => {
    fc.assert(
      fc.property(
        rows,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        ({ chosen, ...row }, other) => {
          if (sum(row.values, chosen) <= row.limit) return;
          const cut = coverOf(
            row,
            chosen.flatMap((isIn, column) => (isIn ? [column] : [])),
          );
          const through = (set: readonly boolean[]): boolean =>
            cut.columns.filter((column) => set[column] === true).length <= cut.limit;
          expect(through(chosen)).toBe(false);
          if (sum(row.values, other) <= row.limit) expect(through(other)).toBe(true);
        },
      ),
      { numRuns: 500, seed: 2 },
    );
  });

  it('finds what numbers have in common', () => {
    expect([gcdOf([12, 18, 0]), gcdOf([0, 0]), gcdOf([]), gcdOf([7, 5])]).toEqual([6, 0, 0, 1]);
  });
});
