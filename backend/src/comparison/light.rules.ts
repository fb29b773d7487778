/** The light of a project as it was shown on a day; `none` when nothing was reported and nothing due. */
export type ShownLightThen = 'green' | 'amber' | 'red' | 'overdue' | 'none';

/** The light as it was shown: an overdue status is grey whatever was reported. */
export function shownLight(light: 'green' | 'amber' | 'red' | null, isOverdue: boolean): ShownLightThen {
  return isOverdue ? 'overdue' : (light ?? 'none');
}
