import type { Written } from './catalogue-writer.js';

/** What loading a strategy file did. */
export interface LoadReport {
  strategyId: string;
  key: string;
  edition: number;
  /** What became of each list of the file, in the order of loading; lists that the file does not have are left out. */
  sections: SectionReport[];
  /** How often each member of the file occurs that nothing was done with, by name. */
  unused: Record<string, number>;
  /** The revision that holds the change, as `r<rev>`; the latest one when nothing changed. */
  moment: string;
}

/** What became of the entries of one list. */
export interface SectionReport {
  section: Section;
  added: number;
  changed: number;
  /** Was missing in the file and is gone; its history stays. */
  removed: number;
  /** Was missing in the file and is valid no more. */
  closed: number;
}

export type Section =
  | 'strategy'
  | 'designPrinciples'
  | 'actionFields'
  | 'agendas'
  | 'corridorThemes'
  | 'supportedGoals'
  | 'budgets'
  | 'orgUnits'
  | 'councilBodies';

/** Counts what was written of a list. */
export function sectionReport(
  section: Section,
  { added, changed }: Written,
  { removed = 0, closed = 0 }: { removed?: number; closed?: number } = {},
): SectionReport {
  return { section, added: added.length, changed: changed.length, removed, closed };
}

/** Whether a list is other than before. */
export function changedAny({ added, changed, removed, closed }: SectionReport): boolean {
  return added + changed + removed + closed > 0;
}
