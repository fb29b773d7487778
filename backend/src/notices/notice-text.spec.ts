import { noticeText } from './notice-text.js';

const READER = { displayName: 'Kim Beispiel', publicUrl: 'https://agenda.example.org' };
const REPORT = { kind: 'report-reminder', number: 'DA-2026-001', dueOn: '2026-12-01' } as const;

describe('the text of a notice', () => {
  it('is German or English, as the reader wants it', () => {
    const german = noticeText({ ...REPORT, title: 'Bürgerportal' }, { ...READER, language: 'de' });
    const english = noticeText({ ...REPORT, title: 'Bürgerportal' }, { ...READER, language: 'en' });
    expect(german.subject).toBe('Statusbericht fällig am 1. Dezember 2026: DA-2026-001 Bürgerportal');
    expect(english.subject).toBe('Status report due on 1 December 2026: DA-2026-001 Bürgerportal');
    for (const { parts } of [german, english])
      expect(parts).toContainEqual({ link: 'https://agenda.example.org/projects/DA-2026-001/status-update' });
  });

  it('has a subject of one line that ends in time, whatever the title is', () => {
    const title = `Zeile 1\r\nBcc: x@y.example\n${'🏛️ Ü'.repeat(2_500)}`;
    const { subject } = noticeText({ ...REPORT, title }, { ...READER, language: 'de' });
    expect(subject).toContain('Zeile 1 Bcc: x@y.example');
    expect(subject).not.toMatch(/[\r\n]/);
    expect([...subject]).toHaveLength(150);
    expect(subject.isWellFormed()).toBe(true);
  });

  it('leaves out of a weekly mail what there is nothing of', () => {
    const { parts } = noticeText(
      {
        kind: 'digest',
        reports: [{ number: 'DA-2026-001', title: 'Bürgerportal', dueOn: '2026-12-01' }],
        conditions: [],
        decisions: [],
        changes: [{ number: 'DA-2026-002', title: 'Netz', count: 1 }],
      },
      { ...READER, language: 'de' },
    );
    expect(parts.filter((part) => typeof part === 'string' && part.includes('\n– '))).toEqual([
      'Statusberichte\n– DA-2026-001 Bürgerportal: fällig am 1. Dezember 2026',
      'Änderungen durch andere\n– DA-2026-002 Netz: eine Änderung',
    ]);
  });

  it('sums up what went up and down of each amount by itself, and counts where there is no sum', () => {
    const total = { budget: null, kind: 'operating', direction: 'revenue', count: 2 } as const;
    const amounts = {
      kind: 'finance-digest',
      first: '2026-11-23',
      last: '2026-11-29',
      changeCount: 1,
      projectCount: 1,
      totals: [
        {
          ...total,
          field: 'need',
          increaseCents: 150,
          decreaseCents: -1_000_000_00,
          differenceCents: -99_999_850,
        },
        {
          ...total,
          field: 'budget-stage',
          kind: null,
          direction: null,
          count: 1,
          increaseCents: null,
          decreaseCents: null,
          differenceCents: null,
        },
      ],
    } as const;
    const { subject, parts } = noticeText(
      { ...amounts, totals: [...amounts.totals] },
      { ...READER, language: 'de' },
    );
    expect(subject).toBe('Geänderte Beträge, 23.–29. November 2026');
    expect(parts).toContain(
      '– Bedarf, Ergebnishaushalt, Ertrag: 2-mal geändert, +1,50\u00A0€, −1.000.000,00\u00A0€, zusammen −999.998,50\u00A0€\n' +
        '– Stand des Haushalts: einmal geändert',
    );
    expect(parts).toContainEqual({
      link: 'https://agenda.example.org/finance/changes?from=2026-11-22&to=2026-11-29',
    });
  });
});
