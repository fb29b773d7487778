import { type DigestTotalDto, nameOfTotal } from '../finance/index.js';
import { type DecisionOutcome, OUTCOME_WORDS } from '../reviews/index.js';
import type { NoticeLanguage } from './notice.enums.js';
import type { NoticeFacts } from './notice-facts.js';

type FactsOf<Kind extends NoticeFacts['kind']> = Extract<NoticeFacts, { kind: Kind }>;

/** All that mails say in one language. Days come in already written as people there write them. */
export interface NoticeWords {
  day(day: string): string;
  outcome: Record<DecisionOutcome, string>;
  greeting(name: string): string;
  subject: { [Kind in NoticeFacts['kind']]: (facts: FactsOf<Kind>) => string };
  text: {
    [Kind in Exclude<NoticeFacts['kind'], 'digest' | 'decision' | 'finance-digest'>]: (
      facts: FactsOf<Kind>,
    ) => string;
  };
  toReport: string;
  toDecisions: string;
  toWork: string;
  decided(facts: FactsOf<'decision'>): string;
  comeBack(day: string): string;
  condition(text: string, day: string): string;
  digest: {
    lead: string;
    reports: string;
    conditions: string;
    decisions: string;
    changes: string;
    due(what: string, day: string): string;
    decided(what: string, outcome: string, session: number): string;
    changed(what: string, count: number): string;
  };
  amounts: {
    lead(facts: FactsOf<'finance-digest'>): string;
    total(total: DigestTotalDto): string;
    toChanges: string;
  };
  foot: string;
}

const dayIn = (locale: string): ((day: string) => string) => {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
};

const germanDay = dayIn('de-DE');
const englishDay = dayIn('en-GB');

const daysIn = (locale: string): ((first: string, last: string) => string) => {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' });
  return (first, last) => format.formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`));
};

const germanDays = daysIn('de-DE');
const englishDays = daysIn('en-GB');

/** What went up and what went down, and both together; a stage is counted alone. */
const sumsIn = (locale: string, together: string): ((total: DigestTotalDto) => string[]) => {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    signDisplay: 'exceptZero',
  });
  const euros = (cents: number): string => format.format(cents / 100).replace('-', '−');
  return ({ increaseCents, decreaseCents, differenceCents }) => {
    if (differenceCents === null) return [];
    const parts = [increaseCents ?? 0, decreaseCents ?? 0].filter((cents) => cents !== 0);
    if (parts.length < 2) return [euros(differenceCents)];
    return [...parts.map(euros), `${together} ${euros(differenceCents)}`];
  };
};

const germanSums = sumsIn('de-DE', 'zusammen');
const englishSums = sumsIn('en-GB', 'together');

const GERMAN: NoticeWords = {
  day: germanDay,
  outcome: OUTCOME_WORDS.de,
  greeting: (name) => `Guten Tag ${name},`,
  subject: {
    'report-requested': (it) => `Statusbericht erbeten bis ${germanDay(it.dueOn)}: ${it.number} ${it.title}`,
    'report-reminder': (it) => `Statusbericht fällig am ${germanDay(it.dueOn)}: ${it.number} ${it.title}`,
    'report-overdue': (it) => `Statusbericht überfällig: ${it.number} ${it.title}`,
    'condition-due': (it) => `Auflage fällig am ${germanDay(it.dueOn)}: ${it.number} ${it.title}`,
    'condition-late': (it) => `Auflage überfällig: ${it.number} ${it.title}`,
    decision: (it) => `Beschluss der IT-Kommission: ${it.number} ${it.title}`,
    digest: () => 'Ihre Woche in der Digitalen Agenda',
    'finance-digest': ({ first, last }) => `Geänderte Beträge, ${germanDays(first, last)}`,
  },
  text: {
    'report-requested': (it) =>
      `für das Projekt ${it.number} „${it.title}“ wird bis zum ${germanDay(it.dueOn)} ein Statusbericht erbeten.`,
    'report-reminder': (it) =>
      `für das Projekt ${it.number} „${it.title}“ ist am ${germanDay(it.dueOn)} der nächste Statusbericht fällig.`,
    'report-overdue': (it) =>
      `für das Projekt ${it.number} „${it.title}“ war am ${germanDay(it.dueOn)} ein Statusbericht fällig. Er steht noch aus.`,
    'condition-due': (it) =>
      `für das Projekt ${it.number} „${it.title}“ ist am ${germanDay(it.dueOn)} eine Auflage der IT-Kommission zu erfüllen:`,
    'condition-late': (it) =>
      `für das Projekt ${it.number} „${it.title}“ war am ${germanDay(it.dueOn)} eine Auflage der IT-Kommission zu erfüllen:`,
  },
  toReport: 'Hier geht es zum Bericht. Hat sich nichts geändert, genügt ein Tastendruck:',
  toDecisions: 'Beschlüsse und Auflagen des Projekts:',
  toWork: 'Alles, was ansteht, auf einen Blick:',
  decided: (it) =>
    `die IT-Kommission hat in ihrer ${it.session}. Sitzung über das Projekt ${it.number} „${it.title}“ beschlossen: ${GERMAN.outcome[it.outcome]}.`,
  comeBack: (day) => `Das Projekt kommt am ${day} wieder auf die Tagesordnung.`,
  condition: (text, day) => `Auflage, fällig am ${day}: ${text}`,
  digest: {
    lead: 'das steht in der Digitalen Agenda für Sie an, und das ist in der letzten Woche geschehen.',
    reports: 'Statusberichte',
    conditions: 'Auflagen',
    decisions: 'Beschlüsse der IT-Kommission',
    changes: 'Änderungen durch andere',
    due: (what, day) => `${what}: fällig am ${day}`,
    decided: (what, outcome, session) => `${what}: ${outcome} (${session}. Sitzung)`,
    changed: (what, count) => `${what}: ${count === 1 ? 'eine Änderung' : `${count} Änderungen`}`,
  },
  amounts: {
    lead: (it) =>
      `${it.changeCount === 1 ? 'eine Änderung' : `${it.changeCount} Änderungen`} an ${
        it.projectCount === 1 ? 'einem Projekt' : `${it.projectCount} Projekten`
      } ${it.changeCount === 1 ? 'hat' : 'haben'} Beträge verändert (${germanDays(it.first, it.last)}):`,
    total: (it) =>
      [
        `${nameOfTotal(it, 'de')}: ${it.count === 1 ? 'einmal geändert' : `${it.count}-mal geändert`}`,
        ...germanSums(it),
      ].join(', '),
    toChanges: 'Jeden Betrag mit vorher und nachher, wer ihn geändert hat und warum, auch als CSV und Excel:',
  },
  foot: 'Ob und wie Sie solche Mails bekommen, stellen Sie in Ihrem Konto ein:',
};

const ENGLISH: NoticeWords = {
  day: englishDay,
  outcome: OUTCOME_WORDS.en,
  greeting: (name) => `Dear ${name},`,
  subject: {
    'report-requested': (it) =>
      `Status report asked for by ${englishDay(it.dueOn)}: ${it.number} ${it.title}`,
    'report-reminder': (it) => `Status report due on ${englishDay(it.dueOn)}: ${it.number} ${it.title}`,
    'report-overdue': (it) => `Status report overdue: ${it.number} ${it.title}`,
    'condition-due': (it) => `Condition due on ${englishDay(it.dueOn)}: ${it.number} ${it.title}`,
    'condition-late': (it) => `Condition overdue: ${it.number} ${it.title}`,
    decision: (it) => `Decision of the IT commission: ${it.number} ${it.title}`,
    digest: () => 'Your week in the Digital Agenda',
    'finance-digest': ({ first, last }) => `Changed amounts, ${englishDays(first, last)}`,
  },
  text: {
    'report-requested': (it) =>
      `a status report on the project ${it.number} “${it.title}” is asked for by ${englishDay(it.dueOn)}.`,
    'report-reminder': (it) =>
      `the next status report on the project ${it.number} “${it.title}” is due on ${englishDay(it.dueOn)}.`,
    'report-overdue': (it) =>
      `a status report on the project ${it.number} “${it.title}” was due on ${englishDay(it.dueOn)}. It is still missing.`,
    'condition-due': (it) =>
      `a condition of the IT commission for the project ${it.number} “${it.title}” is to be met by ${englishDay(it.dueOn)}:`,
    'condition-late': (it) =>
      `a condition of the IT commission for the project ${it.number} “${it.title}” was to be met by ${englishDay(it.dueOn)}:`,
  },
  toReport: 'This leads to the report. If nothing has changed, one key press is enough:',
  toDecisions: 'Decisions and conditions of the project:',
  toWork: 'All that is due at a glance:',
  decided: (it) =>
    `in its session ${it.session} the IT commission decided about the project ${it.number} “${it.title}”: ${ENGLISH.outcome[it.outcome]}.`,
  comeBack: (day) => `The project comes back on the agenda on ${day}.`,
  condition: (text, day) => `Condition, due on ${day}: ${text}`,
  digest: {
    lead: 'this is due from you in the Digital Agenda, and this has happened in the last week.',
    reports: 'Status reports',
    conditions: 'Conditions',
    decisions: 'Decisions of the IT commission',
    changes: 'Changes by others',
    due: (what, day) => `${what}: due on ${day}`,
    decided: (what, outcome, session) => `${what}: ${outcome} (session ${session})`,
    changed: (what, count) => `${what}: ${count === 1 ? 'one change' : `${count} changes`}`,
  },
  amounts: {
    lead: (it) =>
      `${it.changeCount === 1 ? 'one change' : `${it.changeCount} changes`} to ${
        it.projectCount === 1 ? 'one project' : `${it.projectCount} projects`
      } altered amounts (${englishDays(it.first, it.last)}):`,
    total: (it) =>
      [
        `${nameOfTotal(it, 'en')}: ${it.count === 1 ? 'changed once' : `changed ${it.count} times`}`,
        ...englishSums(it),
      ].join(', '),
    toChanges: 'Every amount with before and after, who changed it and why, also as CSV and Excel:',
  },
  foot: 'Whether and how you get such mails is set in your account:',
};

/** The words of each language. */
export const NOTICE_WORDS: Record<NoticeLanguage, NoticeWords> = { de: GERMAN, en: ENGLISH };
