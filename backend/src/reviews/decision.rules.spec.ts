import { faultsOfDecision } from './decision.rules.js';

const context = { hasProject: true, today: '2030-05-10' };
const none = { comeBackOn: null, conditions: [] };
const codesOf = (...of: Parameters<typeof faultsOfDecision>): string[] =>
  faultsOfDecision(...of).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a decision', () => {
  it('needs nothing when something is noted, approved or stopped', () => {
    for (const outcome of ['noted', 'approved', 'stopped'] as const) {
      expect(codesOf({ outcome, ...none }, context)).toEqual([]);
    }
  });

  it('with conditions names at least one', () => {
    expect(codesOf({ outcome: 'approved-with-conditions', ...none }, context)).toEqual([
      '/conditions review.conditions-missing',
    ]);
  });

  it('to come back names a day that lies ahead', () => {
    expect(codesOf({ outcome: 'come-back', ...none }, context)).toEqual([
      '/comeBackOn review.come-back-date-missing',
    ]);
    expect(codesOf({ outcome: 'come-back', ...none, comeBackOn: '2030-05-10' }, context)).toEqual([
      '/comeBackOn review.date-not-ahead',
    ]);
  });

  it('names all its faults at once', () => {
    const conditions = [{ dueOn: '2030-06-01' }, { dueOn: '2030-05-09' }];
    expect(
      codesOf({ outcome: 'noted', comeBackOn: '2030-01-01', conditions }, { ...context, hasProject: false }),
    ).toEqual([
      '/comeBackOn review.come-back-date-alone',
      '/comeBackOn review.date-not-ahead',
      '/conditions review.conditions-need-project',
      '/conditions/1/dueOn review.date-not-ahead',
    ]);
  });
});
