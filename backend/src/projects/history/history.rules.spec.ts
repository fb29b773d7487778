import { fieldChangesOf, fieldOf } from './history.rules.js';

const names = { o1: 'SchulA', p1: { de: 'Offenheit', en: 'Openness' } };

describe('what a change changed', () => {
  it('lists the fields that differ, with readable names for what they refer to', () => {
    const changes = fieldChangesOf(
      {
        record: 'project',
        recordId: 'x',
        before: { title: 'Alt', office_id: null, end_moves: 0 },
        after: { title: 'Neu', office_id: 'o1', end_moves: 0 },
      },
      names,
    );
    expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['title', 'Alt', 'Neu'],
      ['office', null, 'SchulA'],
    ]);
    expect(changes.every(({ label, kind }) => label === null && kind === 'changed')).toBe(true);
  });

  it('lists of a part that came only what it says', () => {
    const changes = fieldChangesOf(
      { record: 'risk', recordId: 'x', before: null, after: { title: 'Ausfall', response: '', impact: 3 } },
      names,
    );
    expect(changes.map(({ kind, label, field, after }) => [kind, label, field, after])).toEqual([
      ['added', 'Ausfall', 'title', 'Ausfall'],
      ['added', 'Ausfall', 'impact', 3],
    ]);
  });

  it('lists of a part that went what it said', () => {
    const [change] = fieldChangesOf(
      { record: 'principle-score', recordId: 'x', before: { principle_id: 'p1' }, after: null },
      names,
    );
    expect(change).toEqual({
      record: 'principle-score',
      recordId: 'x',
      kind: 'removed',
      label: names.p1,
      field: 'principle',
      before: names.p1,
      after: null,
    });
  });

  it('keeps an id that nothing is known about', () => {
    const [change] = fieldChangesOf(
      { record: 'project-person', recordId: 'x', before: null, after: { person_id: 'gone' } },
      {},
    );
    expect(change).toMatchObject({ label: null, after: 'gone' });
  });

  it('tells budget lines apart by year and kind, reports by their day', () => {
    const labelOf = (record: string, after: Record<string, string | number>) =>
      fieldChangesOf({ record, recordId: 'x', before: null, after }, { b1: '2026/27' })[0]?.label;
    expect(
      labelOf('budget-line', { budget_id: 'b1', year: 2026, kind: 'capital', direction: 'expense' }),
    ).toBe('2026 capital expense');
    expect(labelOf('status-report', { reported_on: '2026-11-01', corrects_id: 'r1' })).toBe('2026-11-01');
  });

  it('calls fields as the contract does', () => {
    expect(['co2_kg_per_year', 'released_by_id', 'light_overall'].map(fieldOf)).toEqual([
      'co2KgPerYear',
      'releasedBy',
      'lightOverall',
    ]);
  });
});
