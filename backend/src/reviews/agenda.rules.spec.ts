import { type AgendaFacts, faultsOfOrder, reasonsOf, weightOf } from './agenda.rules.js';

const calm: AgendaFacts = {
  phase: 'in-progress',
  hasEnded: false,
  light: 'green',
  reportCount: 3,
  reportedOn: '2030-04-20',
  overdueDays: 0,
  helpWanted: false,
  voiceDifferences: 0,
  gapCents: 0,
  openConditions: 0,
  conditionDelayDays: 0,
  comeBackOn: null,
};
const context = { before: calm, hasSessionBefore: true, sessionOn: '2030-05-10' };
const codesOf = (...of: Parameters<typeof reasonsOf>): string[] => reasonsOf(...of).map(({ code }) => code);

describe('the agenda proposes itself', () => {
  it('leaves out a project of which nothing is to be said', () => {
    expect(reasonsOf(calm, context)).toEqual([]);
  });

  it('names each fact with what it is about', () => {
    expect(reasonsOf({ ...calm, openConditions: 2, conditionDelayDays: 12 }, context)).toEqual([
      { code: 'condition-due', params: { open: 2, delayDays: 12 } },
    ]);
    expect(reasonsOf({ ...calm, overdueDays: 5, gapCents: 1_200 }, context)).toEqual([
      { code: 'overdue', params: { days: 5 } },
      { code: 'money-gap', params: { cents: 1_200 } },
    ]);
    expect(codesOf({ ...calm, helpWanted: true, voiceDifferences: 1 }, context)).toEqual([
      'help-wanted',
      'voices-differ',
    ]);
  });

  it('compares with the session before: a worse light, a new phase, new reports', () => {
    const now = { ...calm, light: 'red', phase: 'rollout', reportCount: 5 };
    expect(reasonsOf(now, context)).toEqual([
      { code: 'red', params: { reportedOn: '2030-04-20' } },
      { code: 'worse', params: { from: 'green', to: 'red' } },
      { code: 'gate-passed', params: { from: 'in-progress', to: 'rollout' } },
      { code: 'changed', params: { reports: 2 } },
    ]);
  });

  it('compares nothing before the first session, and does not call a better light worse', () => {
    expect(
      codesOf({ ...calm, reportCount: 9 }, { ...context, before: null, hasSessionBefore: false }),
    ).toEqual([]);
    expect(codesOf(calm, { ...context, before: { ...calm, light: 'red' } })).toEqual([]);
  });

  it('asks a project back on the day that was named, not before', () => {
    expect(codesOf({ ...calm, comeBackOn: '2030-05-10' }, context)).toEqual(['come-back']);
    expect(codesOf({ ...calm, comeBackOn: '2030-05-11' }, context)).toEqual([]);
  });

  it('asks only for conditions once a project has ended', () => {
    const ended = {
      ...calm,
      phase: 'completed',
      hasEnded: true,
      light: 'red',
      gapCents: 5,
      openConditions: 1,
    };
    expect(codesOf(ended, { ...context, before: ended })).toEqual(['condition-due']);
  });

  it('weighs a red project with an open condition more than one that only reported', () => {
    const heavy = reasonsOf({ ...calm, light: 'red', openConditions: 1 }, context);
    const slight = reasonsOf({ ...calm, reportCount: 4 }, context);
    expect(weightOf(heavy)).toBeGreaterThan(weightOf(slight));
  });
});

describe('ordering the agenda', () => {
  it('names every item once', () => {
    expect(faultsOfOrder(['b', 'a'], ['a', 'b'])).toEqual([]);
    for (const wanted of [['a'], ['a', 'a'], ['a', 'c'], ['a', 'b', 'c']]) {
      expect(faultsOfOrder(wanted, ['a', 'b'])).toEqual([
        { pointer: '/itemIds', code: 'review.order-incomplete' },
      ]);
    }
  });
});
