import { CONDITION_OWNERS, type Decision, type DecisionBody, OUTCOMES } from '../types';

/** A condition while it is typed. */
export interface ConditionDraft {
  text: string;
  dueOn: string;
  ownerRole: string;
}

/** A decision while it is typed. */
export interface DecisionDraft {
  outcome: string;
  text: string;
  comeBackOn: string;
  conditions: ConditionDraft[];
}

export function emptyCondition(): ConditionDraft {
  return { text: '', dueOn: '', ownerRole: 'project-lead' };
}

/** What the form starts with: the decision that is there, else "noted". */
export function draftOf(decision: Decision | null): DecisionDraft {
  return {
    outcome: decision?.outcome ?? 'noted',
    text: decision?.text ?? '',
    comeBackOn: decision?.comeBackOn ?? '',
    conditions: (decision?.conditions ?? []).map(({ text, dueOn, ownerRole }) => ({
      text,
      dueOn,
      ownerRole,
    })),
  };
}

/** What is sent; a day to come back belongs to `come-back` alone. */
export function bodyOf({ outcome, text, comeBackOn, conditions }: DecisionDraft): DecisionBody {
  return {
    outcome: OUTCOMES.find((one) => one === outcome) ?? 'noted',
    text: text.trim(),
    comeBackOn: outcome === 'come-back' && comeBackOn !== '' ? comeBackOn : null,
    conditions: conditions.map(({ ownerRole, ...condition }) => ({
      text: condition.text.trim(),
      dueOn: condition.dueOn,
      ownerRole: CONDITION_OWNERS.find((one) => one === ownerRole) ?? 'project-lead',
    })),
  };
}
