/** How a person wants to be told: each thing by itself, all of it once a week, or by itself but duties only. */
export const NOTICE_MODES = ['single', 'weekly', 'duties'] as const;
export type NoticeMode = (typeof NOTICE_MODES)[number];

/** Languages in which mails are written. */
export const NOTICE_LANGUAGES = ['de', 'en'] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];

/** How often a person is told which amounts changed: on Monday of the week before, or on the first of the month before. */
export const FINANCE_DIGEST_RHYTHMS = ['never', 'weekly', 'monthly'] as const;
export type FinanceDigestRhythm = (typeof FINANCE_DIGEST_RHYTHMS)[number];

/** What a mail is about. All but a decision and the digests are duties. */
export const NOTICE_KINDS = [
  'report-requested',
  'report-reminder',
  'report-overdue',
  'decision',
  'condition-due',
  'condition-late',
  'digest',
  'finance-digest',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
