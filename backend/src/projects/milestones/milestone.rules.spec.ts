import { faultsOfMilestone, isMove } from './milestone.rules.js';

const today = '2026-11-23';
const before = { expectedOn: '2026-12-01' };

describe('re-dating a milestone', () => {
  it('needs a reason', () => {
    expect(faultsOfMilestone({ expectedOn: '2027-01-15' }, { before, today })).toEqual([
      { pointer: '/moveReason', code: 'milestone.move-reason-missing' },
    ]);
    expect(
      faultsOfMilestone({ expectedOn: '2027-01-15', moveReason: 'Tender failed' }, { before, today }),
    ).toEqual([]);
  });

  it('is no move when the date stays', () => {
    expect(isMove({ expectedOn: '2026-12-01' }, before)).toBe(false);
    expect(isMove({}, before)).toBe(false);
    expect(faultsOfMilestone({ expectedOn: '2026-12-01' }, { before, today })).toEqual([]);
  });
});

describe('reaching a milestone', () => {
  it('is not possible on a day that lies ahead', () => {
    expect(faultsOfMilestone({ actualOn: '2026-11-24' }, { before, today })).toEqual([
      { pointer: '/actualOn', code: 'milestone.actual-in-future' },
    ]);
    expect(faultsOfMilestone({ actualOn: today }, { before, today })).toEqual([]);
    expect(faultsOfMilestone({ actualOn: null }, { before: null, today })).toEqual([]);
  });

  it('names both faults at once', () => {
    expect(
      faultsOfMilestone({ actualOn: '2026-11-24', expectedOn: '2026-11-24' }, { before, today }),
    ).toHaveLength(2);
  });
});
