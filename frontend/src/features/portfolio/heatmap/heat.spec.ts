import { conflictingPrinciples, fieldTotals, isThin, isThinField, thinPrinciples } from './heat';

const figures = (settled: number, conflicts = 0) => ({ settled, scored: settled, conflicts });

describe('thin coverage', () => {
  it('is fewer than half of the projects in a cell', () => {
    expect(isThin(figures(1), 4)).toBe(true);
    expect(isThin(figures(2), 4)).toBe(false);
  });

  it('is nothing that a field without projects could have', () => {
    expect(isThin(figures(0), 0)).toBe(false);
  });

  it('is a cell without any level, unless all projects are said to be not applicable', () => {
    expect(isThin({ settled: 1, scored: 0 }, 2)).toBe(true);
    expect(isThin({ settled: 2, scored: 0 }, 2)).toBe(false);
  });

  it('is a field with fewer than half of its answers', () => {
    expect([28, 50, null].map(isThinField)).toEqual([true, false, false]);
  });

  it('names principles below the half, the thinnest first', () => {
    const principles = [
      { key: 'a', figures: figures(14) },
      { key: 'b', figures: figures(15) },
      { key: 'c', figures: figures(3) },
    ];
    expect(thinPrinciples(principles, 30).map(({ key }) => key)).toEqual(['c', 'a']);
  });
});

describe('conflicts', () => {
  it('are named by principle, most first', () => {
    const principles = [
      { key: 'a', figures: figures(9, 1) },
      { key: 'b', figures: figures(9) },
      { key: 'c', figures: figures(9, 4) },
    ];
    expect(conflictingPrinciples(principles).map(({ key }) => key)).toEqual(['c', 'a']);
  });
});

describe('the sums of a field', () => {
  it('count settled answers of all that are possible, and conflicts', () => {
    expect(fieldTotals([figures(4, 1), figures(2, 1)], 4)).toEqual({ coveragePercent: 75, conflicts: 2 });
  });

  it('know no coverage without projects', () => {
    expect(fieldTotals([figures(0)], 0).coveragePercent).toBeNull();
  });
});
