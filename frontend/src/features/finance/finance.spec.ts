import { columnsOf, amountOf } from './matrix/matrix';
import { partOf, rowOf } from './exceptions/exception-place';
import { barsOf, ticksOf } from './years/plan';
import { scaleOf, stepsOf } from './years/waterfall';
import type { YearSums } from './finance';

const NOTHING: YearSums = {
  year: null,
  kind: 'operating',
  needCents: 0,
  securedCents: 0,
  plannedCents: 0,
  counterFundingCents: 0,
  gapCents: 0,
  surplusCents: 0,
  committedCents: 0,
  actualCents: 0,
  forecastCents: null,
  appropriationCents: 0,
  expectedRevenueCents: 0,
  securedRevenueCents: 0,
};

describe('the way from need to gap', () => {
  it('goes down by what covers, up by what covers nothing of others, and ends at the gap', () => {
    const steps = stepsOf({
      ...NOTHING,
      needCents: 1000_01,
      securedCents: 900_00,
      counterFundingCents: 150_00,
      surplusCents: 70_00,
      gapCents: 20_01,
    });
    expect(steps.map(({ cents }) => cents)).toEqual([1000_01, -900_00, -150_00, 70_00, 20_01]);
    expect(steps[3]?.to).toBe(steps[4]?.to);
    expect(steps.reduce((sum, { cents }, index) => (index < 4 ? sum + cents : sum), 0)).toBe(20_01);
  });

  it('has no sign before what is nothing', () => {
    for (const { cents } of stepsOf(NOTHING)) expect(Object.is(cents, -0)).toBe(false);
  });

  it('is drawn within its width, also where more is there than needed', () => {
    const scale = scaleOf([0, 100, -100]);
    expect([scale(-100), scale(0), scale(100)]).toEqual([0, 50, 100]);
    expect(scaleOf([0])(0)).toBe(0);
  });
});

describe('plan, forecast and actual', () => {
  it('have no bar where no forecast was stated, and one of zero where nothing is planned', () => {
    const [bars] = barsOf(
      { items: [{ ...NOTHING, year: 2026, actualCents: 5 }], years: [2026, 2027] },
      'operating',
    );
    expect(bars?.bars.map(({ cents }) => cents)).toEqual([0, null, 5]);
    const [, empty] = barsOf({ items: [], years: [2026, 2027] }, 'capital');
    expect(empty?.bars.map(({ cents }) => cents)).toEqual([0, null, 0]);
  });

  it.each([
    [[0], [0]],
    [
      [0, 95],
      [0, 50, 100],
    ],
    [
      [-30, 60],
      [-50, 0, 50, 100],
    ],
  ])('of %j have lines at round amounts', (amounts, ticks) => {
    expect(ticksOf(amounts)).toEqual(ticks);
  });
});

describe('the matrix', () => {
  it('has the sum before the years, and 0 where a group has nothing', () => {
    expect(columnsOf([2026], ['need', 'gap']).map(({ year, measure }) => `${year} ${measure}`)).toEqual([
      'null need',
      'null gap',
      '2026 need',
      '2026 gap',
    ]);
    const cells = [{ ...NOTHING, year: 2026, needCents: 7 }];
    expect(amountOf(cells, 'operating', { year: 2026, measure: 'need' })).toBe(7);
    expect(amountOf(cells, 'capital', { year: 2026, measure: 'need' })).toBe(0);
  });
});

describe('an unchecked figure', () => {
  it.each([
    ['need', 'needs'],
    ['counter-funding', 'counter-fundings'],
    ['follow-up-cost', 'follow-up-costs'],
  ] as const)('of %s is checked under %s', (record, part) => {
    const figure = { record, id: 'ein-betrag', reportedAt: '', checkedAt: null };
    expect(partOf({ kind: 'unchecked', figure })).toBe(part);
    expect(rowOf({ kind: 'unchecked', figure, year: 2026, budgetKind: 'operating' })).toBe('ein-betrag');
  });
});

describe('the row that an exception is mended in', () => {
  it.each([
    ['gap-without-destination', '2026-capital'],
    ['actual-over-forecast', '2026-capital'],
    ['follow-up-without-year', 'without-year'],
    ['states-contradict', null],
    ['confirmation-outdated', null],
  ] as const)('is for %s: %s', (kind, row) => {
    expect(rowOf({ kind, figure: null, year: 2026, budgetKind: 'capital' })).toBe(row);
  });
});
