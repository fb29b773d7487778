/** What a change of a milestone touches. */
export interface MilestoneChange {
  expectedOn?: string | undefined;
  actualOn?: string | null | undefined;
  moveReason?: string | null | undefined;
}

/** Faults of a change of a milestone, as pointers into the body and stable codes. */
export function faultsOfMilestone(
  change: MilestoneChange,
  { before, today }: { before: { expectedOn: string } | null; today: string },
): { pointer: string; code: string }[] {
  const { actualOn, moveReason } = change;
  return [
    ...(before !== null && isMove(change, before) && !moveReason
      ? [{ pointer: '/moveReason', code: 'milestone.move-reason-missing' }]
      : []),
    ...(actualOn != null && actualOn > today
      ? [{ pointer: '/actualOn', code: 'milestone.actual-in-future' }]
      : []),
  ];
}

/** True when the expected date is moved; the move is counted and needs a reason. */
export function isMove({ expectedOn }: MilestoneChange, before: { expectedOn: string }): boolean {
  return expectedOn !== undefined && expectedOn !== before.expectedOn;
}
