/** What one voice says of one principle across projects. */
interface Figures {
  scored: number;
  settled: number;
  conflicts: number;
}

/** Below this share of settled projects everything is thin: a cell, a principle, a field. It speaks for a minority. */
const THIN = 0.5;

/** Whether fewer than half of the projects have settled the principle, or some are open and none has a level. */
export function isThin({ settled, scored }: Pick<Figures, 'settled' | 'scored'>, projects: number): boolean {
  return projects > 0 && (settled / projects < THIN || (scored === 0 && settled < projects));
}

/** Whether fewer than half of all possible answers of a field are settled. */
export function isThinField(coveragePercent: number | null): boolean {
  return coveragePercent !== null && coveragePercent < 100 * THIN;
}

/** Principles that many projects have not settled, the thinnest first. */
export function thinPrinciples<P extends { figures: Figures }>(
  principles: readonly P[],
  projects: number,
): P[] {
  return principles
    .filter(({ figures }) => isThin(figures, projects))
    .toSorted((one, other) => one.figures.settled - other.figures.settled);
}

/** Principles with which projects conflict, most conflicts first. */
export function conflictingPrinciples<P extends { figures: Figures }>(principles: readonly P[]): P[] {
  return principles
    .filter(({ figures }) => figures.conflicts > 0)
    .toSorted((one, other) => other.figures.conflicts - one.figures.conflicts);
}

/** What the cells of one field add up to; means are not added, they would hide their coverage. */
export function fieldTotals(cells: readonly Figures[], projects: number) {
  const settled = cells.reduce((sum, cell) => sum + cell.settled, 0);
  const possible = projects * cells.length;
  return {
    coveragePercent: possible === 0 ? null : (100 * settled) / possible,
    conflicts: cells.reduce((sum, cell) => sum + cell.conflicts, 0),
  };
}
