import { movesOf, placed, positions } from './promise-line';

describe('moves of the expected end', () => {
  it('are found between reports, the newest first, whatever lies between', () => {
    const reports = [
      { reportedOn: '2026-11-12', expectedEnd: '2027-05-07' },
      { reportedOn: '2026-10-04', expectedEnd: null },
      { reportedOn: '2026-09-04', expectedEnd: '2027-03-23' },
      { reportedOn: '2026-08-01', expectedEnd: '2027-03-23' },
      { reportedOn: '2026-07-01', expectedEnd: '2027-04-01' },
    ];
    expect(movesOf(reports)).toEqual([
      { reportedOn: '2026-11-12', from: '2027-03-23', to: '2027-05-07', days: 45 },
      { reportedOn: '2026-08-01', from: '2027-04-01', to: '2027-03-23', days: -9 },
    ]);
  });
});

describe('places on the line', () => {
  it('keep the order and the distances of the days', () => {
    const at = positions(['2026-01-01', '2026-01-11', '2026-01-21']);
    expect([at('2026-01-01'), at('2026-01-11'), at('2026-01-21')]).toEqual([3, 50, 97]);
  });

  it('are in the middle when there is only one day', () => {
    expect(positions(['2026-01-01'])('2026-01-01')).toBe(50);
  });
});

describe('marks on the line', () => {
  it('are one where they share a day, and make room for the labels of their neighbours', () => {
    const given = [
      { name: 'start', day: '2026-01-01' },
      { name: 'baseline', day: '2026-01-20' },
      { name: 'approved', day: '2026-01-20' },
      { name: 'expected', day: '2026-01-21' },
    ];
    const at = (day: string) => Number(day.slice(8));
    expect(placed(given, at, 5)).toEqual([
      { names: ['start'], day: '2026-01-01', at: 1, row: 0 },
      { names: ['baseline', 'approved'], day: '2026-01-20', at: 20, row: 0 },
      { names: ['expected'], day: '2026-01-21', at: 21, row: 1 },
    ]);
  });
});
