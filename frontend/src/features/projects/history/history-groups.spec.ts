import { byDay, byRecord } from './history-groups';
import type { Change, FieldChange } from './use-history-words';

const field = (given: Partial<FieldChange>): FieldChange => ({
  record: 'milestone',
  recordId: '1',
  label: 'Start',
  kind: 'changed',
  field: 'expectedOn',
  before: null,
  after: null,
  ...given,
});
const change = (rev: number, at: string): Change => ({
  rev,
  at,
  actorName: null,
  command: 'project.edit',
  reason: null,
  source: 'app',
  changes: [],
});

describe('changes by day', () => {
  it('go by the day in Berlin, not in UTC', () => {
    const days = byDay([change(2, '2026-06-01T22:30:00Z'), change(1, '2026-06-01T20:00:00Z')]);
    expect(days.map(({ day }) => day)).toEqual(['2026-06-02', '2026-06-01']);
  });
});

describe('changes by record', () => {
  it('leave out what the system keeps along the way', () => {
    const changes = [field({ field: 'moves', before: 0, after: 1 }), field({})];
    expect(byRecord(changes)[0]?.fields.map((one) => one.field)).toEqual(['expectedOn']);
  });

  it('leave out of a new part what repeats its label or says no', () => {
    const added = { kind: 'added' as const };
    const changes = [
      field({ ...added, field: 'title', after: 'Start' }),
      field({ ...added, field: 'isPublic', after: false }),
    ];
    expect(byRecord(changes)).toMatchObject([{ kind: 'added', fields: [] }]);
  });

  it('leave out a project of which only byproducts changed', () => {
    expect(byRecord([field({ record: 'project', field: 'endMoves', before: 0, after: 1 })])).toEqual([]);
  });
});
