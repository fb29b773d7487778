import { furtherDrafts, isIdle, savedDrafts, waitingCount, type MyWork } from './my-work';

const project = { id: 'p', number: 'DA-2030-001', title: 'Projekt', phase: 'in-progress' as const };
const nothing: MyWork = {
  reports: [],
  conditions: [],
  grids: [],
  decisions: [],
  watched: [],
  drafts: [],
  nextSession: null,
  office: null,
};

describe('what waits', () => {
  it('is what is to be done, not what happened', () => {
    const work: MyWork = {
      ...nothing,
      drafts: [{ project, savedAt: '2030-05-01T10:00:00.000000Z' }],
      grids: [{ project, as: 'lead', settled: 3, of: 9 }],
      watched: [{ project, changes: [], changeCount: 0 }],
    };
    expect(waitingCount(work)).toBe(2);
  });

  it('counts a report that is due and begun once', () => {
    const draft = { project, savedAt: '2030-05-01T10:00:00.000000Z' };
    const other = { ...draft, project: { ...project, id: 'q' } };
    const due: MyWork['reports'][number] = {
      project,
      as: 'lead',
      dueOn: '2030-05-20',
      overdueDays: 0,
      because: 'rhythm',
      request: null,
      lastPublishedOn: null,
    };
    const work: MyWork = { ...nothing, reports: [due], drafts: [draft, other] };
    expect(waitingCount(work)).toBe(2);
    expect(furtherDrafts(work)).toEqual([other]);
    expect(savedDrafts(work).get('p')).toBe(draft.savedAt);
  });

  it('counts evidence that the office has to answer', () => {
    const session = { id: 's', number: 4, startsAt: '2030-04-01T10:00:00.000000Z' };
    const evidence = {
      id: 'c',
      project,
      session,
      text: 'Kosten nachweisen',
      dueOn: '2030-05-20',
      overdueDays: 0,
      state: 'reported' as const,
      answer: null,
    };
    expect(waitingCount({ ...nothing, office: { overdueCount: 7, evidence: [evidence] } })).toBe(1);
  });
});

describe('the start page', () => {
  it('is idle only where there is nothing to show', () => {
    expect(isIdle(nothing)).toBe(true);
    expect(isIdle({ ...nothing, office: { overdueCount: 1, evidence: [] } })).toBe(false);
    expect(isIdle({ ...nothing, watched: [{ project, changes: [], changeCount: 0 }] })).toBe(false);
  });
});
