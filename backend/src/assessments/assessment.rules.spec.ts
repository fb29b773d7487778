import fc from 'fast-check';
import {
  conflictsOf,
  coverageOf,
  differenceOfVoices,
  faultsOfScore,
  isScore,
  principleScore,
  type SettledPrinciple,
  voiceDifferences,
} from './assessment.rules.js';

const scored = (...scores: number[]): SettledPrinciple[] => scores.map((score) => ({ weight: 1, score }));
const notApplicable: SettledPrinciple = { weight: 1, score: null };

const entry = fc.record({
  weight: fc.integer({ min: 1, max: 100 }),
  score: fc.option(fc.integer({ min: 0, max: 4 })),
});
const grid = fc.array(entry, { maxLength: 9 });

describe('A score is a whole number 0 to 4', () => {
  it.each([0, 1, 2, 3, 4])('%d is one', (score) => {
    expect(isScore(score)).toBe(true);
    expect(faultsOfScore({ score, notApplicable: false, reason: 'Begründung' })).toEqual([]);
  });

  it.each([-1, 5, 7, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is none', (score) => {
    expect(faultsOfScore({ score, notApplicable: false, reason: 'Begründung' })).toEqual([
      { pointer: '/score', code: 'score-impossible' },
    ]);
  });
});

describe('"Not applicable" needs a reason and leaves the mean', () => {
  it('is refused without a reason', () => {
    expect(faultsOfScore({ score: null, notApplicable: true, reason: '  ' })).toEqual([
      { pointer: '/reason', code: 'reason-missing' },
    ]);
  });

  it('stands with a reason', () => {
    expect(faultsOfScore({ score: null, notApplicable: true, reason: 'Keine Außenwirkung' })).toEqual([]);
  });

  it('excludes a score', () => {
    expect(faultsOfScore({ score: 3, notApplicable: true, reason: 'Begründung' })).toEqual([
      { pointer: '/notApplicable', code: 'score-and-not-applicable' },
    ]);
  });

  it('leaves the mean as it is, wherever it is added', () => {
    fc.assert(
      fc.property(grid, fc.integer({ min: 1, max: 100 }), (entries, weight) => {
        expect(principleScore([...entries, { weight, score: null }])).toBe(principleScore(entries));
      }),
    );
  });
});

describe('"Not yet assessed" is neither, and never counts as 0', () => {
  it('has no part in the score: one exemplary principle of nine is 100', () => {
    expect(principleScore(scored(4))).toBe(100);
  });

  it('is not settled', () => {
    expect(coverageOf(scored(4), 9)).toEqual({ settled: 1, of: 9 });
  });

  it('is not a way to give a score', () => {
    expect(faultsOfScore({ score: null, notApplicable: false, reason: '' })).toEqual([
      { pointer: '/score', code: 'score-missing' },
      { pointer: '/reason', code: 'reason-missing' },
    ]);
  });
});

describe('Principle score = 100 · Σ(weight · score) / (4 · Σ weight) over the scored ones', () => {
  it('is 75 when everything supports', () => {
    expect(principleScore(scored(3, 3, 3, 3, 3, 3, 3, 3, 3))).toBe(75);
  });

  it('counts a principle with weight 3 three times', () => {
    expect(
      principleScore([
        { weight: 3, score: 4 },
        { weight: 1, score: 0 },
      ]),
    ).toBe(75);
  });

  it('is told to one decimal', () => {
    expect(principleScore(scored(4, 4, 3))).toBe(91.7);
  });

  it('lies between the worst and the best score', () => {
    fc.assert(
      fc.property(grid, (entries) => {
        const scores = entries.flatMap(({ score }) => (score === null ? [] : [score]));
        fc.pre(scores.length > 0);
        const score = principleScore(entries);
        expect(score).toBeGreaterThanOrEqual(25 * Math.min(...scores));
        expect(score).toBeLessThanOrEqual(25 * Math.max(...scores));
      }),
    );
  });

  it('equals the formula to within the rounding', () => {
    fc.assert(
      fc.property(grid, (entries) => {
        const counted = entries.flatMap(({ weight, score }) => (score === null ? [] : [{ weight, score }]));
        fc.pre(counted.length > 0);
        const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
        const exact =
          (100 * counted.reduce((sum, { weight, score }) => sum + weight * score, 0)) / (4 * weights);
        expect(Math.abs((principleScore(entries) ?? Number.NaN) - exact)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });

  it('does not depend on the order, nor on the unit of the weights', () => {
    fc.assert(
      fc.property(grid, fc.integer({ min: 2, max: 9 }), (entries, factor) => {
        const heavier = entries.map(({ weight, score }) => ({ weight: weight * factor, score }));
        expect(principleScore(heavier.reverse())).toBe(principleScore(entries));
      }),
    );
  });

  it('never falls when one score rises', () => {
    fc.assert(
      fc.property(grid, fc.nat(), (entries, pick) => {
        fc.pre(entries.length > 0);
        const at = pick % entries.length;
        const score = entries[at]?.score ?? null;
        fc.pre(score !== null && score < 4);
        const better = entries.map((item, index) =>
          index === at ? { ...item, score: (score ?? 0) + 1 } : item,
        );
        expect(principleScore(better)).toBeGreaterThanOrEqual(principleScore(entries) ?? Number.NaN);
      }),
    );
  });
});

describe('None scored: no score', () => {
  it('is null without any entry', () => {
    expect(principleScore([])).toBeNull();
  });

  it('is null when everything is not applicable', () => {
    expect(principleScore([notApplicable, notApplicable])).toBeNull();
  });
});

describe('Coverage = scored or not applicable, of nine', () => {
  it('counts both', () => {
    expect(coverageOf([...scored(0, 2), notApplicable], 9)).toEqual({ settled: 3, of: 9 });
  });

  it('never exceeds the principles', () => {
    fc.assert(
      fc.property(grid, (entries) => {
        expect(coverageOf(entries, 9).settled).toBeLessThanOrEqual(9);
      }),
    );
  });
});

describe('A single 0 is flagged wherever the project appears, however good the mean is', () => {
  it('names the principle', () => {
    const entries = [
      { key: 'openness', weight: 1, score: 4 },
      { key: 'security', weight: 1, score: 0 },
      { key: 'sustainability', weight: 1, score: null },
    ];
    expect(conflictsOf(entries).map(({ key }) => key)).toEqual(['security']);
  });

  it('is not lost in any grid', () => {
    fc.assert(
      fc.property(grid, (entries) => {
        expect(conflictsOf([...entries, { weight: 1, score: 0 }]).length).toBe(
          conflictsOf(entries).length + 1,
        );
      }),
    );
  });
});

describe('Every score has a reason', () => {
  it.each(['', '   ', '\n'])('%j is none', (reason) => {
    expect(faultsOfScore({ score: 2, notApplicable: false, reason })).toEqual([
      { pointer: '/reason', code: 'reason-missing' },
    ]);
  });
});

describe('The two voices stay apart; a difference of 2 or more is shown', () => {
  it.each([
    [4, 2, 2],
    [0, 3, 3],
    [2, 2, 0],
  ])('%d and %d differ by %d', (self, review, difference) => {
    expect(differenceOfVoices({ self, review })).toBe(difference);
    expect(differenceOfVoices({ self: review, review: self })).toBe(difference);
  });

  it('has no difference while one voice is silent', () => {
    expect(differenceOfVoices({ self: 4, review: null })).toBeNull();
    expect(differenceOfVoices({ self: null, review: 0 })).toBeNull();
  });

  it('shows 2 and more, not 1', () => {
    const principles = [
      { key: 'one', self: 3, review: 2 },
      { key: 'two', self: 1, review: 3 },
      { key: 'three', self: 4, review: 0 },
      { key: 'silent', self: 4, review: null },
    ];
    expect(voiceDifferences(principles).map(({ key }) => key)).toEqual(['two', 'three']);
  });
});
