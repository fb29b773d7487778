import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createMemoryHistory, createRouter } from 'vue-router';
import { pathOf } from '../../backend/src/calendar/calendar-words';
import type { CalendarEntry, EntryKind } from '../../backend/src/calendar/calendar-entry';
import { NOTICE_KINDS, NOTICE_LANGUAGES, type NoticeKind } from '../../backend/src/notices/notice.enums';
import type { NoticeFacts } from '../../backend/src/notices/notice-facts';
import { noticeText } from '../../backend/src/notices/notice-text';

/** What mails and calendars lead to lives for years in mailboxes: a page that gets another address breaks it. */
const ORIGIN = 'https://agenda.example.org';
const NUMBER = 'DA-2026-001';
const DUE = { number: NUMBER, title: 'Bürgerportal', dueOn: '2026-12-01' };
const FACTS: { [Kind in NoticeKind]: Extract<NoticeFacts, { kind: Kind }> } = {
  'report-requested': { kind: 'report-requested', note: 'Bitte', ...DUE },
  'report-reminder': { kind: 'report-reminder', ...DUE },
  'report-overdue': { kind: 'report-overdue', ...DUE },
  'condition-due': { kind: 'condition-due', text: 'Nachweisen', ...DUE },
  'condition-late': { kind: 'condition-late', text: 'Nachweisen', ...DUE },
  decision: {
    kind: 'decision',
    number: NUMBER,
    title: 'Bürgerportal',
    session: 14,
    outcome: 'approved',
    text: '',
    comeBackOn: null,
    conditions: [],
  },
  digest: { kind: 'digest', reports: [DUE], conditions: [], decisions: [], changes: [] },
  'finance-digest': {
    kind: 'finance-digest',
    first: '2026-11-23',
    last: '2026-11-29',
    changeCount: 0,
    projectCount: 0,
    totals: [],
  },
};
const ENTRIES: Record<EntryKind, Pick<CalendarEntry, 'number'>> = {
  milestone: { number: NUMBER },
  report: { number: NUMBER },
  condition: { number: NUMBER },
  session: { number: '14' },
};

/** The paths of the interface as its source has them; the file itself can't be loaded without a browser. */
const source = readFileSync(path.resolve(import.meta.dirname, '../../frontend/src/app/routes.ts'), 'utf8');
const paths = [...source.matchAll(/\bpath: '((?:[^'\\]|\\.)*)'/g)].map(([, text = '']) =>
  text.replaceAll('\\\\', '\\'),
);
const router = createRouter({
  history: createMemoryHistory(),
  routes: paths.map((one) => ({ path: one, component: {} })),
});
/** The path of the route that answers an address; that of the page that was not found for none. */
const routeOf = (address: string): string | undefined => router.resolve(address).matched[0]?.path;

const linksOf = (kind: NoticeKind): string[] =>
  NOTICE_LANGUAGES.flatMap((language) =>
    noticeText(FACTS[kind], { displayName: 'Kim Beispiel', language, publicUrl: ORIGIN }).parts.flatMap(
      (part) => (typeof part === 'string' ? [] : [part.link]),
    ),
  );

describe('addresses that leave the application', () => {
  it('are compared with all routes of the interface, of which the last takes what no other one does', () => {
    expect(paths.length).toBe(source.match(/^ {4}path: |^ {2}\{ path: /gm)?.length);
    expect(routeOf('/projects/DA-2026-001/renamed')).toBe('/:rest(.*)*');
  });

  it.each(NOTICE_KINDS)('lead from a mail of the kind %s to a page and to the account', (kind) => {
    const links = linksOf(kind);
    expect(links).toHaveLength(2 * NOTICE_LANGUAGES.length);
    for (const link of links) {
      expect(link.startsWith(`${ORIGIN}/`)).toBe(true);
      expect([link, routeOf(link.slice(ORIGIN.length))]).not.toContain('/:rest(.*)*');
    }
    expect(links).toContain(`${ORIGIN}/account`);
  });

  it.each(Object.keys(ENTRIES) as EntryKind[])(
    'lead from a calendar entry of the kind %s to a page',
    (kind) => {
      const entry = { id: '', sequence: 0, changedAt: '', at: '', projectTitle: null, text: '', place: null };
      const link = pathOf({ ...entry, kind, ...ENTRIES[kind] });
      expect([link, routeOf(link)]).not.toContain('/:rest(.*)*');
    },
  );

  it('lead from an invitation to the page that sets a password', () => {
    const links = readFileSync(
      path.resolve(import.meta.dirname, '../../backend/src/accounts/links/account-links.service.ts'),
      'utf8',
    );
    expect(/return `(\/[\w-]+)#\$\{secret\}`/.exec(links)?.[1]).toBe('/set-password');
    expect(paths).toContain('/set-password');
  });
});
