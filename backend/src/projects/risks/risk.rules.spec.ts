import { exposureOf, isHighRisk, levelOf, riskSums } from './risk.rules.js';

describe('the exposure of a risk', () => {
  it('is probability times impact', () => {
    expect(exposureOf({ probability: 3, impact: 4 })).toBe(12);
  });

  it('is high in the red corner of the matrix', () => {
    const levels = [1, 2, 3, 4, 5];
    const high = levels.flatMap((probability) =>
      levels
        .filter((impact) => isHighRisk({ probability, impact }))
        .map((impact) => `${probability}×${impact}`),
    );
    expect(high).toEqual(['3×5', '4×4', '4×5', '5×3', '5×4', '5×5']);
  });
});

describe('the level of a risk', () => {
  it('is medium from half of what makes it high', () => {
    const levels = [1, 2, 3, 4, 5].map((impact) => levelOf({ probability: 4, impact }));
    expect(levels).toEqual(['low', 'medium', 'medium', 'high', 'high']);
  });

  it('is counted, and the weights are summed', () => {
    const risks = [
      { probability: 5, impact: 5 },
      { probability: 2, impact: 4 },
      { probability: 1, impact: 1 },
    ];
    expect(riskSums(risks)).toEqual({ low: 1, medium: 1, high: 1, exposure: 34 });
    expect(riskSums([])).toEqual({ low: 0, medium: 0, high: 0, exposure: 0 });
  });
});
