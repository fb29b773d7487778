import { type DependentProject, type NeededProject, slipsOf } from './dependency.rules.js';

const needed = (changes: Partial<NeededProject> = {}): NeededProject => ({
  phase: 'in-progress',
  baselineEnd: '2026-12-31',
  expectedEnd: '2026-12-31',
  milestones: [],
  ...changes,
});
const dependent = (changes: Partial<DependentProject> = {}): DependentProject => ({
  phase: 'approved',
  pausedFrom: null,
  expectedStart: '2027-02-01',
  expectedEnd: '2027-12-31',
  ...changes,
});
const milestone = {
  id: 'm1',
  title: 'Schnittstelle steht',
  baselineOn: '2026-06-01',
  expectedOn: '2026-07-01',
  actualOn: null,
};

describe('a slip of a project that others depend on', () => {
  it('is none while everything is as promised, or earlier', () => {
    expect(slipsOf(needed(), dependent())).toEqual([]);
    expect(slipsOf(needed({ expectedEnd: '2026-11-30' }), dependent())).toEqual([]);
  });

  it('tells the milestone, the days and the new date', () => {
    expect(slipsOf(needed({ milestones: [milestone] }), dependent())).toEqual([
      {
        milestone: { id: 'm1', title: 'Schnittstelle steht' },
        baselineOn: '2026-06-01',
        expectedOn: '2026-07-01',
        days: 30,
        against: null,
      },
    ]);
  });

  it('runs into the start of what has not begun', () => {
    const slipped = needed({ expectedEnd: '2027-03-01' });
    expect(slipsOf(slipped, dependent())).toMatchObject([{ milestone: null, days: 60, against: 'start' }]);
    for (const begun of [
      dependent({ phase: 'in-progress' }),
      dependent({ phase: 'paused', pausedFrom: 'rollout' }),
    ]) {
      expect(slipsOf(slipped, begun)).toMatchObject([{ against: null }]);
    }
    const paused = dependent({ phase: 'paused', pausedFrom: 'approved' });
    expect(slipsOf(slipped, paused)).toMatchObject([{ against: 'start' }]);
  });

  it('runs into the end, which weighs more', () => {
    const slipped = needed({ expectedEnd: '2028-01-01' });
    expect(slipsOf(slipped, dependent())).toMatchObject([{ against: 'end' }]);
    expect(slipsOf(slipped, dependent({ phase: 'completed' }))).toMatchObject([{ against: null }]);
  });

  it('is over when the milestone is reached or the project is', () => {
    const reached = { ...milestone, actualOn: '2026-07-02' };
    expect(slipsOf(needed({ milestones: [reached] }), dependent())).toEqual([]);
    expect(slipsOf(needed({ phase: 'completed', milestones: [milestone] }), dependent())).toEqual([]);
  });
});
