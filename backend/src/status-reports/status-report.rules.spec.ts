import fc from 'fast-check';
import { type Light, LIGHTS, type Lights } from './status-report.enums.js';
import {
  faultsOfReport,
  type JudgedReport,
  overdueDays,
  overdueSince,
  worsenedLights,
  worstOf,
} from './status-report.rules.js';

const TODAY = '2026-11-23';
const ALL_GREEN: Lights = {
  overall: 'green',
  schedule: 'green',
  cost: 'green',
  scope: 'green',
  resources: 'green',
};

const aReport = (changes: Partial<JudgedReport> = {}): JudgedReport => ({
  lights: ALL_GREEN,
  reportedOn: TODAY,
  overallReason: null,
  worseReason: null,
  wayBack: null,
  ...changes,
});

const light = fc.constantFrom<Light>(...LIGHTS);
const lights = fc.record({ overall: light, schedule: light, cost: light, scope: light, resources: light });

describe('A light that got worse than in the previous published report needs why and the way back', () => {
  const amber: Lights = { ...ALL_GREEN, overall: 'amber', cost: 'amber' };
  const before = { lights: ALL_GREEN, reportedOn: '2026-10-20' };

  it('names both at once, with the lights', () => {
    expect(faultsOfReport(aReport({ lights: amber }), before, TODAY)).toEqual([
      { pointer: '/worseReason', code: 'worse-reason-missing', params: { lights: ['overall', 'cost'] } },
      { pointer: '/wayBack', code: 'way-back-missing', params: { lights: ['overall', 'cost'] } },
    ]);
  });

  it('accepts it with both', () => {
    const report = aReport({ lights: amber, worseReason: 'Lieferung teurer', wayBack: 'Nachtrag beantragt' });
    expect(faultsOfReport(report, before, TODAY)).toEqual([]);
  });

  it('asks for the one that is missing', () => {
    const report = aReport({ lights: amber, worseReason: 'Lieferung teurer', wayBack: ' ' });
    expect(faultsOfReport(report, before, TODAY).map(({ pointer }) => pointer)).toEqual(['/wayBack']);
  });

  it('asks for nothing in the first report, there is nothing it could be worse than', () => {
    expect(faultsOfReport(aReport({ lights: amber }), null, TODAY)).toEqual([]);
  });

  it('asks exactly when any light got worse', () => {
    fc.assert(
      fc.property(lights, lights, (previous, next) => {
        const asked = faultsOfReport(
          aReport({ lights: next, overallReason: 'Begründung' }),
          { lights: previous, reportedOn: TODAY },
          TODAY,
        ).map(({ pointer }) => pointer);
        const worse = worsenedLights(previous, next).length > 0;
        expect(asked).toEqual(worse ? ['/worseReason', '/wayBack'] : []);
      }),
    );
  });
});

describe('One that got better needs nothing', () => {
  it('is published without a word', () => {
    const red: Lights = { ...ALL_GREEN, overall: 'red', schedule: 'red' };
    expect(faultsOfReport(aReport(), { lights: red, reportedOn: TODAY }, TODAY)).toEqual([]);
  });

  it('never worsens both ways', () => {
    fc.assert(
      fc.property(lights, lights, (a, b) => {
        const both = worsenedLights(a, b).filter((name) => worsenedLights(b, a).includes(name));
        expect(both).toEqual([]);
      }),
    );
  });
});

describe('Overall is the worst of the four, or another with a reason', () => {
  it.each<[Light, Light, Light, Light, Light]>([
    ['green', 'green', 'green', 'green', 'green'],
    ['green', 'amber', 'green', 'green', 'amber'],
    ['green', 'amber', 'red', 'green', 'red'],
  ])('%s, %s, %s and %s make %s', (schedule, cost, scope, resources, overall) => {
    expect(worstOf({ schedule, cost, scope, resources })).toBe(overall);
  });

  it.each<[Light]>([['amber'], ['red']])('%s over four greens needs a reason', (overall) => {
    const report = aReport({ lights: { ...ALL_GREEN, overall } });
    expect(faultsOfReport(report, null, TODAY)).toEqual([
      { pointer: '/overallReason', code: 'overall-reason-missing', params: { worst: 'green' } },
    ]);
    expect(faultsOfReport({ ...report, overallReason: 'Personalwechsel' }, null, TODAY)).toEqual([]);
  });

  it('also when it is better than the worst', () => {
    const report = aReport({ lights: { ...ALL_GREEN, scope: 'red', overall: 'amber' } });
    expect(faultsOfReport(report, null, TODAY).map(({ code }) => code)).toEqual(['overall-reason-missing']);
  });
});

describe('A report has a date', () => {
  it('not in the future', () => {
    expect(faultsOfReport(aReport({ reportedOn: '2026-11-24' }), null, TODAY)).toEqual([
      { pointer: '/reportedOn', code: 'reported-on-future', params: { today: TODAY } },
    ]);
  });

  it('not before the report before', () => {
    const previous = { lights: ALL_GREEN, reportedOn: '2026-11-01' };
    expect(faultsOfReport(aReport({ reportedOn: '2026-10-31' }), previous, TODAY)).toEqual([
      { pointer: '/reportedOn', code: 'reported-on-before-previous', params: { previous: '2026-11-01' } },
    ]);
    expect(faultsOfReport(aReport({ reportedOn: '2026-11-01' }), previous, TODAY)).toEqual([]);
  });

  it('and all faults are named at once', () => {
    const worse: Lights = { ...ALL_GREEN, overall: 'green', cost: 'red' };
    const faults = faultsOfReport(
      aReport({ lights: worse, reportedOn: '2027-01-01' }),
      { lights: ALL_GREEN, reportedOn: '2026-11-01' },
      TODAY,
    );
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/worseReason',
      '/wayBack',
      '/overallReason',
      '/reportedOn',
    ]);
  });
});

describe('A status is overdue when the last publication is more days ago than the phase has as its rhythm', () => {
  const inProgress = { lastPublishedOn: '2026-10-24', phaseSince: '2025-01-01', rhythmDays: 30 };

  it('is not on the last day of the rhythm', () => {
    expect(overdueDays(inProgress, '2026-11-23')).toBe(0);
  });

  it('is by one day on the next', () => {
    expect(overdueSince(inProgress)).toBe('2026-11-24');
    expect(overdueDays(inProgress, '2026-11-24')).toBe(1);
  });

  it('counts calendar days over the change of the clocks and over 29 February', () => {
    expect(overdueSince({ ...inProgress, lastPublishedOn: '2026-10-01' })).toBe('2026-11-01');
    expect(overdueSince({ ...inProgress, lastPublishedOn: '2026-03-01' })).toBe('2026-04-01');
    expect(overdueSince({ ...inProgress, lastPublishedOn: '2024-02-01' })).toBe('2024-03-03');
  });

  it('counts from the entry into the phase before the first publication', () => {
    expect(overdueSince({ lastPublishedOn: null, phaseSince: '2026-10-01', rhythmDays: 90 })).toBe(
      '2026-12-31',
    );
  });

  it('never is in a phase without rhythm', () => {
    const idea = { lastPublishedOn: null, phaseSince: '2020-01-01', rhythmDays: null };
    expect(overdueSince(idea)).toBeNull();
    expect(overdueDays(idea, TODAY)).toBe(0);
  });

  it('grows by one a day once it is, as of any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 366 }), (age, rhythmDays) => {
        const today = new Date(Date.UTC(2022, 1, 22) + age * 86_400_000).toISOString().slice(0, 10);
        const overdue = overdueDays(
          { lastPublishedOn: '2022-02-22', phaseSince: '2022-01-01', rhythmDays },
          today,
        );
        expect(overdue).toBe(Math.max(0, age - rhythmDays));
      }),
    );
  });
});
