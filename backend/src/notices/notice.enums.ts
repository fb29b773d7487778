/** How a person wants to be told: each thing by itself, all of it once a week, or by itself but duties only. */
export const NOTICE_MODES = ['single', 'weekly', 'duties'] as const;
export type NoticeMode = (typeof NOTICE_MODES)[number];

/** Languages in which mails are written. */
export const NOTICE_LANGUAGES = ['de', 'en'] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];

/** What a mail is about. All but a decision and the weekly digest are duties. */
export const NOTICE_KINDS = [
  'report-requested',
  'report-reminder',
  'report-overdue',
  'decision',
  'condition-due',
  'condition-late',
  'digest',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
