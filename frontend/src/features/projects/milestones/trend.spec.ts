import { monthsBetween, pictureOf, type TrendItem } from './trend';

const item = (changes: Partial<TrendItem>): TrendItem => ({
  id: 'm1',
  title: 'Pilotbetrieb',
  baselineOn: '2026-06-01',
  approvedOn: null,
  expectedOn: '2026-06-01',
  actualOn: null,
  removedOn: null,
  moves: 0,
  slipDays: 0,
  points: [],
  redatings: [],
  ...changes,
});

describe('the picture of the milestone trend', () => {
  it('goes across while a date holds, and upwards when it moves', () => {
    const { lines } = pictureOf([
      item({
        moves: 1,
        points: [
          { on: '2026-01-01', expectedOn: '2026-06-01' },
          { on: '2026-01-11', expectedOn: '2026-07-01' },
          { on: '2026-01-21', expectedOn: '2026-07-01' },
        ],
      }),
    ]);
    expect(lines).toMatchObject([{ mark: 1, tone: 'moved', path: 'M4 96H50V4H96V4', end: { x: 96, y: 4 } }]);
  });

  it('has a diagonal where the days of both axes meet', () => {
    const points = [
      { on: '2026-01-01', expectedOn: '2026-03-01' },
      { on: '2026-04-01', expectedOn: '2026-03-01' },
    ];
    const later = [{ on: '2026-01-01', expectedOn: '2026-06-01' }];
    expect(pictureOf([item({ points }), item({ id: 'm2', points: later })]).diagonal).not.toBeNull();
    expect(pictureOf([item({ points: later })]).diagonal).toBeNull();
  });

  it('keeps the numbers of lines apart that end at the same place', () => {
    const points = [{ on: '2026-01-01', expectedOn: '2026-06-01' }];
    const { lines } = pictureOf([item({ points }), item({ id: 'm2', removedOn: '2026-02-01', points })]);
    expect(lines.map(({ label }) => label.y)).toEqual([50, 57]);
    expect(lines.map(({ tone }) => tone)).toEqual(['kept', 'removed']);
  });

  it('names few months on its axes', () => {
    expect(monthsBetween('2026-01-15', '2026-03-31')).toEqual(['2026-02-01', '2026-03-01']);
    expect(monthsBetween('2025-11-01', '2027-10-31')).toEqual([
      '2026-01-01',
      '2026-07-01',
      '2027-01-01',
      '2027-07-01',
    ]);
    expect(monthsBetween('2026-01-02', '2026-01-20')).toEqual([]);
  });
});
