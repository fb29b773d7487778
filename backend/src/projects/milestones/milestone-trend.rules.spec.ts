import { type MilestoneVersion, totalsOf, trendsOf } from './milestone-trend.rules.js';

const today = '2026-11-23';
const version = (changes: Partial<MilestoneVersion> = {}): MilestoneVersion => ({
  id: 'm1',
  title: 'Pilotbetrieb',
  baselineOn: '2026-06-01',
  approvedOn: null,
  expectedOn: '2026-06-01',
  actualOn: null,
  moves: 0,
  moveReason: null,
  at: '2026-01-10T09:00:00.000000Z',
  on: '2026-01-10',
  by: 'Kim Lead',
  endedOn: null,
  ...changes,
});
const moved = version({
  expectedOn: '2026-07-01',
  moves: 1,
  moveReason: 'Vergabe verzögert',
  at: '2026-03-02T09:00:00.000000Z',
  on: '2026-03-02',
});

describe('the trend of a milestone', () => {
  it('keeps each date that was expected, and tells who moved it, by how much and why', () => {
    const [trend] = trendsOf([version(), moved], today);
    expect(trend?.points).toEqual([
      { on: '2026-01-10', expectedOn: '2026-06-01' },
      { on: '2026-03-02', expectedOn: '2026-07-01' },
      { on: today, expectedOn: '2026-07-01' },
    ]);
    expect(trend?.redatings).toEqual([
      {
        at: '2026-03-02T09:00:00.000000Z',
        by: 'Kim Lead',
        from: '2026-06-01',
        to: '2026-07-01',
        days: 30,
        reason: 'Vergabe verzögert',
      },
    ]);
    expect(trend?.slipDays).toBe(30);
  });

  it('ends where the milestone was reached', () => {
    const reached = version({ ...moved, actualOn: '2026-06-20', on: '2026-06-21' });
    const [trend] = trendsOf([version(), moved, reached], today);
    expect(trend?.points.at(-1)).toEqual({ on: '2026-06-20', expectedOn: '2026-06-20' });
    expect(trend?.redatings).toHaveLength(1);
    expect(trend?.slipDays).toBe(19);
  });

  it('says once what was said twice on a day', () => {
    const again = version({ ...moved, expectedOn: '2026-08-01', moves: 2 });
    const [trend] = trendsOf([version(), moved, again], today);
    expect(trend?.points).toEqual([
      { on: '2026-01-10', expectedOn: '2026-06-01' },
      { on: '2026-03-02', expectedOn: '2026-08-01' },
      { on: today, expectedOn: '2026-08-01' },
    ]);
    expect(trend?.redatings.map(({ days }) => days)).toEqual([30, 31]);
  });

  it('keeps a milestone that was removed, and stops there', () => {
    const gone = version({ ...moved, endedOn: '2026-04-01' });
    const [trend] = trendsOf([version({ endedOn: '2026-03-02' }), gone], today);
    expect(trend).toMatchObject({ removedOn: '2026-04-01' });
    expect(trend?.points.at(-1)).toEqual({ on: '2026-04-01', expectedOn: '2026-07-01' });
    expect(totalsOf([...trendsOf([gone], today)])).toEqual({ count: 0, moved: 0, movedDays: 0 });
  });

  it('is summed up over all milestones that stand', () => {
    const other = version({ id: 'm2', title: 'Start' });
    expect(totalsOf(trendsOf([version(), other, moved], today))).toEqual({
      count: 2,
      moved: 1,
      movedDays: 30,
    });
  });
});
