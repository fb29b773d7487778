import { addDays, type MailPart } from '../platform/index.js';
import type { NoticeLanguage } from './notice.enums.js';
import type { DigestFacts, NoticeFacts, NoticeProject } from './notice-facts.js';
import { NOTICE_WORDS, type NoticeWords } from './notice-words.js';

/** Whom a mail is written to, and where its links lead. */
export interface NoticeReader {
  displayName: string;
  language: NoticeLanguage;
  /** Origin of the application, without a slash at its end. */
  publicUrl: string;
}

const LONGEST_SUBJECT = 150;
const LONGEST_TITLE = 200;

/** Writes the mail in the reader's language. */
export function noticeText(
  facts: NoticeFacts,
  { displayName, language, publicUrl }: NoticeReader,
): { subject: string; parts: MailPart[] } {
  const words = NOTICE_WORDS[language];
  const link = (path: string): MailPart => ({ link: `${publicUrl}${path}` });
  const { subject, body, path } = contentOf(shortened(facts), words);
  return {
    subject: clip(subject, LONGEST_SUBJECT),
    parts: [words.greeting(displayName), ...body, link(path), words.foot, link('/account')],
  };
}

interface Content {
  subject: string;
  body: string[];
  /** Where the link below leads. */
  path: string;
}

function contentOf(facts: NoticeFacts, words: NoticeWords): Content {
  switch (facts.kind) {
    case 'report-requested':
      return {
        subject: words.subject[facts.kind](facts),
        body: [words.text[facts.kind](facts), ...(facts.note === '' ? [] : [facts.note]), words.toReport],
        path: toReport(facts),
      };
    case 'report-reminder':
      return {
        subject: words.subject[facts.kind](facts),
        body: [words.text[facts.kind](facts), words.toReport],
        path: toReport(facts),
      };
    case 'report-overdue':
      return {
        subject: words.subject[facts.kind](facts),
        body: [words.text[facts.kind](facts), words.toReport],
        path: toReport(facts),
      };
    case 'condition-due':
      return {
        subject: words.subject[facts.kind](facts),
        body: [words.text[facts.kind](facts), facts.text, words.toDecisions],
        path: toReviews(facts),
      };
    case 'condition-late':
      return {
        subject: words.subject[facts.kind](facts),
        body: [words.text[facts.kind](facts), facts.text, words.toDecisions],
        path: toReviews(facts),
      };
    case 'decision':
      return {
        subject: words.subject[facts.kind](facts),
        body: [
          words.decided(facts),
          ...(facts.text === '' ? [] : [facts.text]),
          ...(facts.comeBackOn === null ? [] : [words.comeBack(words.day(facts.comeBackOn))]),
          ...facts.conditions.map(({ text, dueOn }) => words.condition(text, words.day(dueOn))),
          words.toDecisions,
        ],
        path: toReviews(facts),
      };
    case 'digest':
      return {
        subject: words.subject[facts.kind](facts),
        body: [words.digest.lead, ...digest(facts, words), words.toWork],
        path: '/work',
      };
    case 'finance-digest':
      return {
        subject: words.subject[facts.kind](facts),
        body: [
          words.amounts.lead(facts),
          facts.totals.map((total) => `– ${words.amounts.total(total)}`).join('\n'),
          words.amounts.toChanges,
        ],
        path: `/finance/changes?from=${addDays(facts.first, -1)}&to=${facts.last}`,
      };
  }
}

function digest(facts: DigestFacts, words: NoticeWords): string[] {
  const { digest: says, outcome } = words;
  const day = (on: string): string => words.day(on);
  return [
    section(
      says.reports,
      facts.reports.map((it) => says.due(nameOf(it), day(it.dueOn))),
    ),
    section(
      says.conditions,
      facts.conditions.map((it) => `${says.due(nameOf(it), day(it.dueOn))}, ${it.text}`),
    ),
    section(
      says.decisions,
      facts.decisions.map((it) => says.decided(nameOf(it), outcome[it.outcome], it.session)),
    ),
    section(
      says.changes,
      facts.changes.map((it) => says.changed(nameOf(it), it.count)),
    ),
  ].flat();
}

/** A heading with its lines; nothing when there are none. */
function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [[heading, ...lines.map((line) => `– ${line}`)].join('\n')];
}

function nameOf({ number, title }: NoticeProject): string {
  return `${number} ${clip(title, LONGEST_TITLE)}`;
}

function toReport({ number }: NoticeProject): string {
  return `/projects/${number}/status-update`;
}

function toReviews({ number }: NoticeProject): string {
  return `/projects/${number}/reviews`;
}

function shortened(facts: NoticeFacts): NoticeFacts {
  return facts.kind === 'digest' || facts.kind === 'finance-digest'
    ? facts
    : { ...facts, title: clip(facts.title, LONGEST_TITLE) };
}

/** One line, no longer than that; characters of several code units stay whole. */
function clip(text: string, longest: number): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}
