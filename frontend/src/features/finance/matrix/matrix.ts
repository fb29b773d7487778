import type { Kind, MatrixCell, Measure } from '../finance';

/** A column of the matrix: a year, or all of them where it is null. */
export interface Column {
  year: number | null;
  measure: Measure;
}

/** The sum of the years first: that is what people look for, and the years go on out of sight. */
export function columnsOf(years: readonly number[], measures: readonly Measure[]): Column[] {
  return [null, ...years].flatMap((year) => measures.map((measure) => ({ year, measure })));
}

/** The amount of a kind in a column, whole cents; 0 where nothing is planned, secured or spent. */
export function amountOf(cells: readonly MatrixCell[], kind: Kind, { year, measure }: Column): number {
  return cells.find((cell) => cell.kind === kind && cell.year === year)?.[`${measure}Cents`] ?? 0;
}
