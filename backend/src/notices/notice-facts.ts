import type { ChangeDigestDto } from '../finance/index.js';
import type { DecisionOutcome } from '../reviews/index.js';

/** The project that a mail is about. */
export interface NoticeProject {
  number: string;
  title: string;
}

/** Something of a project that is due on a day, 'YYYY-MM-DD'. */
export interface DueThing extends NoticeProject {
  dueOn: string;
}

/** What a mail says, without a word of any language. */
export type NoticeFacts =
  | ({ kind: 'report-requested'; note: string } & DueThing)
  | ({ kind: 'report-reminder' } & DueThing)
  | ({ kind: 'report-overdue' } & DueThing)
  | ({ kind: 'condition-due'; text: string } & DueThing)
  | ({ kind: 'condition-late'; text: string } & DueThing)
  | ({ kind: 'decision' } & DecisionFacts)
  | ({ kind: 'digest' } & DigestFacts)
  | ({ kind: 'finance-digest' } & FinanceDigestFacts);

/** What was decided about a project. */
export interface DecisionFacts extends NoticeProject {
  session: number;
  outcome: DecisionOutcome;
  text: string;
  comeBackOn: string | null;
  conditions: { text: string; dueOn: string }[];
}

/** A week of a person: what is due, what was decided, what others changed on the own and the watched projects. */
export interface DigestFacts {
  reports: DueThing[];
  conditions: (DueThing & { text: string })[];
  decisions: (NoticeProject & { outcome: DecisionOutcome; session: number })[];
  changes: (NoticeProject & { count: number })[];
}

/** Which amounts changed from the first to the last of some days, 'YYYY-MM-DD', in counts and sums. */
export interface FinanceDigestFacts extends Pick<ChangeDigestDto, 'changeCount' | 'projectCount' | 'totals'> {
  first: string;
  last: string;
}
