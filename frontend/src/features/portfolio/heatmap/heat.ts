/** What one voice says of one principle across projects. */
interface Figures {
  scored: number;
  settled: number;
  conflicts: number;
}

/** A cell is thin below this share of settled projects: its mean speaks for a minority. */
const THIN_CELL = 0.5;
/** A principle is named as thinly covered below this share of the portfolio. */
const THIN_PRINCIPLE = 2 / 3;

/** Whether fewer than half of the projects have settled the principle. */
export function isThin({ settled }: Pick<Figures, 'settled'>, projects: number): boolean {
  return projects > 0 && settled / projects < THIN_CELL;
}

/** Principles that many projects have not settled, the thinnest first. */
export function thinPrinciples<P extends { figures: Figures }>(
  principles: readonly P[],
  projects: number,
): P[] {
  return principles
    .filter(({ figures }) => projects > 0 && figures.settled / projects < THIN_PRINCIPLE)
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
