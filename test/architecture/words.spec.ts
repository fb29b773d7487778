import { GERMAN_FIELDS, GERMAN_KINDS } from '../../backend/src/comparison/german-names.js';
import { FILE_WORDS } from '../../backend/src/finance/files/file-words.js';
import type { AgendaReason } from '../../backend/src/reviews/review.enums.js';
import {
  CONDITION,
  LIGHT,
  OWNER,
  PARTICIPANT,
  PHASE,
  reasonInWords,
} from '../../backend/src/reviews/print/german.js';
import { OUTCOME_WORDS } from '../../backend/src/reviews/review-words.js';
import { wordsOf } from '../support/browser-words';

const WORDS = { de: wordsOf('de'), en: wordsOf('en') };

/** What the interface calls the same values; `group` is where their words stand. */
function shown(values: object, group: string, language: 'de' | 'en' = 'de'): Record<string, string> {
  const key = (value: string): string =>
    `${group}.${value.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase())}`;
  return Object.fromEntries(Object.keys(values).map((value) => [value, WORDS[language](key(value))]));
}

/** A reason of each kind, and what is put into its words. */
const REASONS: [string, AgendaReason, Record<string, string | number>][] = [
  ['conditionDue', { code: 'condition-due', params: { open: 2, delayDays: 0 } }, { open: 2 }],
  [
    'conditionLate',
    { code: 'condition-due', params: { open: 2, delayDays: 1 } },
    { open: 2, delayDays: '1 Tag' },
  ],
  ['comeBack', { code: 'come-back', params: { on: '2030-05-02' } }, { on: '02.05.2030' }],
  ['helpWanted', { code: 'help-wanted', params: {} }, {}],
  ['red', { code: 'red', params: { reportedOn: '2030-05-02' } }, { reportedOn: '02.05.2030' }],
  ['amber', { code: 'amber', params: { reportedOn: '2030-05-02' } }, { reportedOn: '02.05.2030' }],
  ['worse', { code: 'worse', params: { from: 'green', to: 'red' } }, { from: 'Grün', to: 'Rot' }],
  ['overdue', { code: 'overdue', params: { days: 3 } }, { days: '3 Tage' }],
  ['voicesDiffer', { code: 'voices-differ', params: { principles: 2 } }, { principles: 2 }],
  ['moneyGap', { code: 'money-gap', params: { cents: 123_400 } }, { cents: '1.234,00 €' }],
  [
    'gatePassed',
    { code: 'gate-passed', params: { from: 'proposal', to: 'in-progress' } },
    { from: 'Antrag', to: 'In Umsetzung' },
  ],
  ['changed', { code: 'changed', params: { reports: 2 } }, { reports: 2 }],
];

/** What files of finance say in cells and heads, and where the interface keeps the same words. */
const OF_FINANCE = [
  ['kind', 'shared.kind'],
  ['field', 'financeChanges.field'],
  ['source', 'budget.source'],
  ['stage', 'budget.stage'],
  ['grantState', 'budget.grants.states'],
  ['exception', 'finance.exceptions.kind'],
  ['grouping', 'finance.grouping'],
] as const;
/** Heads of the exported columns, and the key by which the interface has the same head. */
const HEADS_OF_FINANCE = {
  need: 'finance.measure.need',
  secured: 'finance.measure.secured',
  actual: 'finance.measure.actual',
  gap: 'finance.measure.gap',
  counterFunding: 'finance.waterfall.step.counterFunding',
  surplus: 'finance.waterfall.step.surplus',
  appropriation: 'finance.plan.column.appropriationCents',
  forecast: 'finance.plan.column.forecastCents',
  committed: 'finance.plan.column.committedCents',
  expectedRevenue: 'finance.plan.column.expectedRevenueCents',
  securedRevenue: 'finance.plan.column.securedRevenueCents',
  count: 'financeChanges.count',
  increase: 'financeChanges.increase',
  decrease: 'financeChanges.decrease',
  difference: 'financeChanges.difference',
  before: 'financeChanges.before',
  after: 'financeChanges.afterwards',
} as const;

describe.each(['de', 'en'] as const)(
  'files of finance say the words of the interface, in "%s"',
  (language) => {
    it.each(OF_FINANCE)('for each %s', (list, group) => {
      const said: Record<string, string> = FILE_WORDS[language][list];
      expect(said).toEqual(shown(said, group, language));
    });

    it('for the heads of columns', () => {
      const { column } = FILE_WORDS[language];
      for (const [head, key] of Object.entries(HEADS_OF_FINANCE))
        expect({ head, said: column[head as keyof typeof column] }).toEqual({
          head,
          said: WORDS[language](key),
        });
    });
  },
);

describe('papers and mails say the words of the interface', () => {
  it.each(['de', 'en'] as const)('for what the commission decided, in "%s"', (language) => {
    const said = OUTCOME_WORDS[language];
    expect(said).toEqual(shown(said, 'shared.outcome', language));
  });

  it.each([
    ['states of conditions', CONDITION, 'shared.conditionState'],
    ['who has to meet conditions', OWNER, 'shared.role'],
    ['phases', PHASE, 'shared.phase'],
    ['lights', LIGHT, 'shared.light'],
    ['parts in a session', PARTICIPANT, 'reviews.participantRole'],
    ['what happened to a project', GERMAN_KINDS, 'portfolio.compare.kind'],
    ['compared fields', GERMAN_FIELDS, 'portfolio.compare.name'],
  ])('for %s', (_what, said, group) => {
    expect(said).toEqual(shown(said, group));
  });

  it.each(REASONS)('for why a project is on the agenda, "%s"', (key, reason, values) => {
    expect(reasonInWords(reason)).toBe(WORDS.de(`shared.agendaReason.${key}`, values));
  });
});
