import { exposureOf, isHighRisk } from './risk.rules.js';

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
