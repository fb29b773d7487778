import type { GivenScore } from '../grid';

/** What was chosen: a level, or that the principle is not applicable. */
export type Choice = '0' | '1' | '2' | '3' | '4' | 'n';

/** A score as it stands in the form. */
export interface ScoreDraft {
  choice: Choice | null;
  reason: string;
  evidenceUrl: string;
}

/** The choices in the order in which the form shows them; each is its own key on the keyboard. */
export const CHOICES: readonly Choice[] = ['0', '1', '2', '3', '4', 'n'];

/** The choice that a key stands for. */
export function choiceOf(key: string): Choice | null {
  return CHOICES.find((choice) => choice === key.toLowerCase()) ?? null;
}

/** A given score as the form shows it; an empty form when nothing was given yet. */
export function draftOf(given: GivenScore | null): ScoreDraft {
  if (given === null) return { choice: null, reason: '', evidenceUrl: '' };
  return {
    choice: given.notApplicable ? 'n' : choiceOf(String(given.score)),
    reason: given.reason,
    evidenceUrl: given.evidenceUrl ?? '',
  };
}

/** Whether two drafts say the same; spaces around the texts do not count. */
export function saysTheSame(one: ScoreDraft, other: ScoreDraft): boolean {
  return (
    one.choice === other.choice &&
    one.reason.trim() === other.reason.trim() &&
    one.evidenceUrl.trim() === other.evidenceUrl.trim()
  );
}

/** What keeps a draft from being saved. */
export type Gap = 'level' | 'reason' | 'reason-long' | 'evidence';

/** So many characters of a reason the server takes. */
export const REASON_LIMIT = 4000;
const EVIDENCE_LIMIT = 2000;

/** What the server would have against the draft, in the order of the form; nothing for a draft that is ready. */
export function gapsIn({ choice, reason, evidenceUrl }: ScoreDraft): Gap[] {
  const gaps: Gap[] = [];
  if (choice === null) gaps.push('level');
  if (reason.trim() === '') gaps.push('reason');
  if (reason.trim().length > REASON_LIMIT) gaps.push('reason-long');
  if (evidenceUrl.trim() !== '' && !isWebAddress(evidenceUrl)) gaps.push('evidence');
  return gaps;
}

/** Whether the server would take it. */
export function isComplete(draft: ScoreDraft): boolean {
  return gapsIn(draft).length === 0;
}

/** Whether the text is an address that a link may lead to: http or https, nothing else. */
export function isWebAddress(text: string): boolean {
  const address = text.trim();
  return (
    address.length <= EVIDENCE_LIMIT && /^https?:\/\/[^\s/]+\S*$/i.test(address) && URL.canParse(address)
  );
}

/** The draft as the API takes it. */
export function scoreBody({ choice, reason, evidenceUrl }: ScoreDraft) {
  return {
    score: choice === null || choice === 'n' ? null : Number(choice),
    notApplicable: choice === 'n',
    reason: reason.trim(),
    evidenceUrl: evidenceUrl.trim() === '' ? null : evidenceUrl.trim(),
  };
}
