import fc from 'fast-check';
import { CO2_FIGURES, type Co2Figures, missingMethods } from './co2.rules.js';

const none: Co2Figures = {
  co2KgPerYear: null,
  co2Method: null,
  energyKwhPerYear: null,
  energyMethod: null,
  waterM3PerYear: null,
  waterMethod: null,
  paperSheetsPerYear: null,
  paperMethod: null,
};

describe('figures about CO₂ relevance', () => {
  it('are optional', () => {
    expect(missingMethods(none)).toEqual([]);
  });

  it('come each with its method', () => {
    expect(
      missingMethods({ ...none, co2KgPerYear: -1200.5, paperSheetsPerYear: 0, paperMethod: ' ' }),
    ).toEqual(['co2Method', 'paperMethod']);
  });

  it('miss exactly the methods of the figures that are given without one', () => {
    const pair = fc.tuple(fc.option(fc.integer()), fc.option(fc.constantFrom('', 'counted')));
    fc.assert(
      fc.property(fc.tuple(pair, pair, pair, pair), (pairs) => {
        const figures = { ...none };
        CO2_FIGURES.forEach(({ figure, method }, index) => {
          [figures[figure], figures[method]] = pairs[index] ?? [null, null];
        });
        expect(missingMethods(figures)).toEqual(
          CO2_FIGURES.filter((_, index) => pairs[index]?.[0] !== null && !pairs[index]?.[1]).map(
            ({ method }) => method,
          ),
        );
      }),
    );
  });

  it('may stand there as a method alone', () => {
    expect(missingMethods({ ...none, waterMethod: 'estimated' })).toEqual([]);
  });
});
