/** A column of the portfolio table. The title is always there. */
export interface Column {
  key: ColumnKey;
  /** Sort key of the API; columns without one can't be sorted by. */
  sort?: string;
  numeric?: boolean;
  /** Shown until somebody chooses otherwise. */
  usual?: boolean;
  /** What the first press on the heading gives. */
  first?: 'asc' | 'desc';
}

export type ColumnKey =
  | 'number'
  | 'light'
  | 'lightHistory'
  | 'phase'
  | 'office'
  | 'actionField'
  | 'budgetState'
  | 'co2'
  | 'score'
  | 'review'
  | 'needOperating'
  | 'needCapital'
  | 'securedOperating'
  | 'securedCapital'
  | 'gapOperating'
  | 'gapCapital'
  | 'actualOperating'
  | 'actualCapital'
  | 'forecastOperating'
  | 'forecastCapital'
  | 'expectedEnd'
  | 'progress'
  | 'risks'
  | 'findings'
  | 'iq'
  | 'tags';

/** All columns in their order. */
export const COLUMNS: readonly Column[] = [
  { key: 'number', sort: 'number' },
  { key: 'light', sort: 'light', usual: true, first: 'desc' },
  { key: 'lightHistory' },
  { key: 'phase', sort: 'phase', usual: true },
  { key: 'office', usual: true },
  { key: 'actionField' },
  { key: 'score', sort: 'selfScore', numeric: true, usual: true, first: 'desc' },
  { key: 'review', sort: 'reviewScore', numeric: true, first: 'desc' },
  { key: 'co2', usual: true },
  { key: 'budgetState', usual: true },
  { key: 'needOperating', sort: 'needOperatingCents', numeric: true, usual: true, first: 'desc' },
  { key: 'needCapital', sort: 'needCapitalCents', numeric: true, usual: true, first: 'desc' },
  { key: 'securedOperating', sort: 'securedOperatingCents', numeric: true, first: 'desc' },
  { key: 'securedCapital', sort: 'securedCapitalCents', numeric: true, first: 'desc' },
  { key: 'gapOperating', sort: 'gapOperatingCents', numeric: true, first: 'desc' },
  { key: 'gapCapital', sort: 'gapCapitalCents', numeric: true, first: 'desc' },
  { key: 'actualOperating', sort: 'actualOperatingCents', numeric: true, first: 'desc' },
  { key: 'actualCapital', sort: 'actualCapitalCents', numeric: true, first: 'desc' },
  { key: 'forecastOperating', sort: 'forecastOperatingCents', numeric: true, first: 'desc' },
  { key: 'forecastCapital', sort: 'forecastCapitalCents', numeric: true, first: 'desc' },
  { key: 'expectedEnd', sort: 'expectedEnd', usual: true },
  { key: 'progress', sort: 'progressPercent', numeric: true, first: 'desc' },
  { key: 'risks', numeric: true },
  { key: 'findings' },
  { key: 'iq' },
  { key: 'tags' },
];

/** The columns until somebody chooses. */
export const USUAL_COLUMNS: readonly ColumnKey[] = COLUMNS.filter(({ usual }) => usual).map(({ key }) => key);

/** True for what a browser may have kept of somebody's choice. */
export function isColumnChoice(kept: unknown): kept is ColumnKey[] {
  return Array.isArray(kept) && kept.every((key) => COLUMNS.some((column) => column.key === key));
}
