import { columnName, type SheetFormula } from '../../platform/documents/index.js';

/** A column of a sheet that a formula of another one looks at, by the place of the column from 0 on. */
export interface SheetRange {
  sheet: string;
  rows: number;
}

/** `'Sheet'!$A$2:$A$9`: the cells of a column below its head. */
export function cellsOf({ sheet, rows }: SheetRange, column: number): string {
  const name = columnName(column);
  return `'${sheet}'!$${name}$2:$${name}$${Math.max(2, rows + 1)}`;
}

/** Criteria of a formula: a column there has to be what a cell here says. */
export type Criteria = [range: string, criterion: string][];

/** Sums a column where all criteria hold. */
export function sumIfs(sum: string, criteria: Criteria, result: number): SheetFormula {
  return { formula: `SUMIFS(${[sum, ...criteria.flat()].join(',')})`, result };
}

/** Counts rows where all criteria hold. */
export function countIfs(criteria: Criteria, result: number): SheetFormula {
  return { formula: `COUNTIFS(${criteria.flat().join(',')})`, result };
}
