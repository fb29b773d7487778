import type { ConditionOwner, Decision, DecisionBody, Outcome } from './types';

/** A decision as it stands in the form. */
export interface DecisionDraft {
  outcome: Outcome | null;
  text: string;
  comeBackOn: string;
  conditions: { text: string; dueOn: string; ownerRole: ConditionOwner }[];
}

/** The form as the decision that stands fills it; empty when nothing is decided. */
export function draftOf(decision: Decision | null): DecisionDraft {
  return {
    outcome: decision?.outcome ?? null,
    text: decision?.text ?? '',
    comeBackOn: decision?.comeBackOn ?? '',
    conditions: (decision?.conditions ?? []).map(({ text, dueOn, ownerRole }) => ({
      text,
      dueOn,
      ownerRole,
    })),
  };
}

/** The form as something that was sent fills it. */
export function draftOfBody({
  outcome,
  text = '',
  comeBackOn,
  conditions = [],
}: DecisionBody): DecisionDraft {
  return { outcome, text, comeBackOn: comeBackOn ?? '', conditions: conditions.map((one) => ({ ...one })) };
}

/** What is sent of a form; null while no outcome is chosen. */
export function bodyOf({ outcome, text, comeBackOn, conditions }: DecisionDraft): DecisionBody | null {
  if (outcome === null) return null;
  return {
    outcome,
    text: text.trim(),
    comeBackOn: outcome === 'come-back' && comeBackOn !== '' ? comeBackOn : null,
    conditions: conditions.map((condition) => ({ ...condition, text: condition.text.trim() })),
  };
}

/** Whether a decision that stands says what was sent: then it was recorded, though the answer got lost. */
export function isSame(decision: Decision | null, sent: DecisionBody): boolean {
  if (decision === null) return false;
  const there = bodyOf(draftOf(decision));
  return JSON.stringify(sorted(there)) === JSON.stringify(sorted(sent));
}

function sorted(body: DecisionBody | null): unknown {
  const conditions = (body?.conditions ?? []).map(({ text, dueOn, ownerRole }) => [dueOn, text, ownerRole]);
  return [body?.outcome, body?.text ?? '', body?.comeBackOn ?? null, conditions.map(String).sort()];
}
