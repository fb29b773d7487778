import { bodyOf, draftOf, isSame } from './decision-draft';
import type { Decision } from './types';

const condition = {
  id: 'c',
  version: 1,
  text: 'Datenschutz klären',
  dueOn: '2026-12-01',
  ownerRole: 'project-lead',
} as Decision['conditions'][number];
const decision: Decision = {
  id: 'd',
  outcome: 'approved-with-conditions',
  text: 'Weiter so',
  comeBackOn: null,
  decidedAt: '2026-11-25T10:00:00Z',
  conditions: [condition, { ...condition, text: 'Kosten nachreichen' }],
};

describe('a decision in the form', () => {
  it('is filled from the one that stands, and sent only with an outcome', () => {
    expect(bodyOf(draftOf(null))).toBeNull();
    expect(bodyOf(draftOf(decision))).toMatchObject({
      outcome: 'approved-with-conditions',
      text: 'Weiter so',
    });
  });

  it('has a day to come back only where the outcome is that', () => {
    const draft = { ...draftOf(decision), comeBackOn: '2027-01-15' };
    expect(bodyOf(draft)?.comeBackOn).toBeNull();
    expect(bodyOf({ ...draft, outcome: 'come-back' })?.comeBackOn).toBe('2027-01-15');
  });
});

describe('a decision that may have been recorded already', () => {
  it('is known again by what it says, in whatever order its conditions stand', () => {
    const sent = bodyOf({ ...draftOf(decision), conditions: draftOf(decision).conditions.reverse() });
    expect(sent && isSame(decision, sent)).toBe(true);
  });

  it('is another one when anything differs', () => {
    const sent = bodyOf({ ...draftOf(decision), text: 'Anders' });
    expect(sent && isSame(decision, sent)).toBe(false);
    expect(sent && isSame(null, sent)).toBe(false);
  });
});
