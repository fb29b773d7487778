import { creationOf, emptyDraft, mergeDraft, patchOf, type ProjectDraft } from './project-draft';

const base: ProjectDraft = {
  ...emptyDraft(),
  title: 'E-Akte',
  primaryActionField: 'applications',
  goal: 'Papierlos',
};

describe('the patch of a form', () => {
  it('holds only what was changed, and null for what was emptied', () => {
    const filled = { ...base, expectedEnd: '2027-01-31', co2Effect: 'none' as const };
    expect(patchOf(filled, { ...filled, title: ' E-Akte 2 ', expectedEnd: '', goal: '' })).toEqual({
      title: 'E-Akte 2',
      expectedEnd: null,
      goal: '',
    });
  });

  it('is empty when only spaces were typed', () => {
    expect(patchOf(base, { ...base, title: 'E-Akte ' })).toEqual({});
  });
});

describe('the body that creates a project', () => {
  it('leaves out what is empty and what a new project cannot have', () => {
    expect(creationOf({ ...base, iqRelevant: false })).toEqual({
      title: 'E-Akte',
      primaryActionField: 'applications',
      goal: 'Papierlos',
      iqRelevant: false,
    });
  });
});

describe('a form that somebody else was quicker than', () => {
  it('takes what arrived into untouched fields', () => {
    const { draft, arrivals } = mergeDraft(base, { ...base, title: 'Meins' }, { ...base, goal: 'Ihres' });
    expect(draft).toMatchObject({ title: 'Meins', goal: 'Ihres' });
    expect(arrivals).toEqual([{ field: 'goal', before: 'Papierlos', theirs: 'Ihres', isConflict: false }]);
  });

  it('keeps what was typed where both changed the same field', () => {
    const { draft, arrivals } = mergeDraft(base, { ...base, title: 'Meins' }, { ...base, title: 'Ihres' });
    expect(draft.title).toBe('Meins');
    expect(arrivals).toEqual([{ field: 'title', before: 'E-Akte', theirs: 'Ihres', isConflict: true }]);
  });

  it('sees no conflict where both wrote the same', () => {
    const both = { ...base, title: 'Gleich' };
    expect(mergeDraft(base, both, both).arrivals).toEqual([
      { field: 'title', before: 'E-Akte', theirs: 'Gleich', isConflict: false },
    ]);
  });
});
