import { canBeReported, faultsOfAnswer, mayReport } from './condition.rules.js';

const nobody = { runsProject: false, isFinance: false, isSecretary: false };

describe('evidence for a condition', () => {
  it('is presented by who runs the project, whoever the condition is for', () => {
    expect(mayReport('project-lead', { ...nobody, runsProject: true })).toBe(true);
    expect(mayReport('finance', { ...nobody, runsProject: true })).toBe(true);
    expect(mayReport('project-lead', nobody)).toBe(false);
  });

  it('is presented by finance and by the secretary only where it is theirs', () => {
    expect(mayReport('finance', { ...nobody, isFinance: true })).toBe(true);
    expect(mayReport('project-lead', { ...nobody, isFinance: true })).toBe(false);
    expect(mayReport('commission', { ...nobody, isSecretary: true })).toBe(true);
    expect(mayReport('finance', { ...nobody, isSecretary: true })).toBe(false);
  });

  it('is presented until it was accepted', () => {
    expect((['open', 'reported', 'returned', 'met'] as const).filter(canBeReported)).toEqual([
      'open',
      'reported',
      'returned',
    ]);
  });
});

describe('answering evidence', () => {
  it('says what is missing when it is returned', () => {
    expect(faultsOfAnswer({ accepted: false, text: '' })).toEqual([
      { pointer: '/text', code: 'review.answer-text-missing' },
    ]);
    expect(faultsOfAnswer({ accepted: true, text: '' })).toEqual([]);
  });
});
