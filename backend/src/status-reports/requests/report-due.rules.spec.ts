import { faultsOfRequest, reportDue } from './report-due.rules.js';

describe('when a report is due', () => {
  it.each([
    ['nothing asks', null, null, null],
    ['the rhythm asks', '2026-11-20', null, { dueOn: '2026-11-20', overdueDays: 3, because: 'rhythm' }],
    ['a request asks', null, '2026-11-30', { dueOn: '2026-11-30', overdueDays: 0, because: 'request' }],
    [
      'both do, the request first',
      '2026-12-20',
      '2026-11-22',
      { dueOn: '2026-11-22', overdueDays: 1, because: 'request' },
    ],
    [
      'both do, the rhythm first',
      '2026-11-23',
      '2026-11-30',
      { dueOn: '2026-11-23', overdueDays: 0, because: 'rhythm' },
    ],
  ])('is told where %s', (_, rhythmDueOn, requestDueOn, due) => {
    expect(reportDue({ rhythmDueOn, requestDueOn }, '2026-11-23')).toEqual(due);
  });
});

describe('a request for reports', () => {
  it('names a session or projects, and a day that is not over', () => {
    expect(faultsOfRequest({ sessionId: 'a', dueOn: '2026-11-23' }, '2026-11-23')).toEqual([]);
    expect(faultsOfRequest({ projectIds: ['a'], dueOn: '2026-11-24' }, '2026-11-23')).toEqual([]);
    expect(faultsOfRequest({ dueOn: '2026-11-22' }, '2026-11-23')).toEqual([
      { pointer: '/projectIds', code: 'report-request.nobody-asked' },
      { pointer: '/dueOn', code: 'report-request.due-in-the-past' },
    ]);
  });
});
