import type { Sort } from '../dto/project-list-query.dto.js';
import type { SortKey } from '../portfolio.enums.js';

/** The columns that sort keys stand for; `nullable` ones put what is not known last. */
const COLUMNS: Record<SortKey, { column: string; nullable?: true }> = {
  number: { column: 'number' },
  title: { column: 'title' },
  phase: { column: 'phase_rank' },
  light: { column: 'light_rank' },
  reportedOn: { column: 'reported_on', nullable: true },
  progressPercent: { column: 'progress_percent', nullable: true },
  selfScore: { column: 'self_score', nullable: true },
  reviewScore: { column: 'review_score', nullable: true },
  coverage: { column: 'self_settled' },
  conflicts: { column: 'self_conflicts' },
  expectedEnd: { column: 'expected_end', nullable: true },
  slipDays: { column: 'slip_days', nullable: true },
  endMoves: { column: 'end_moves' },
  needOperatingCents: { column: 'need_operating_cents' },
  needCapitalCents: { column: 'need_capital_cents' },
  securedOperatingCents: { column: 'secured_operating_cents' },
  securedCapitalCents: { column: 'secured_capital_cents' },
  gapOperatingCents: { column: 'gap_operating_cents' },
  gapCapitalCents: { column: 'gap_capital_cents' },
  actualOperatingCents: { column: 'actual_operating_cents' },
  actualCapitalCents: { column: 'actual_capital_cents' },
  forecastOperatingCents: { column: 'forecast_operating_cents' },
  forecastCapitalCents: { column: 'forecast_capital_cents' },
};

/**
 * The `order by` of a list. The number ends it, so that pages never overlap; it follows the direction of the last
 * key, so that one index serves both directions.
 */
export function orderSql(sort: readonly Sort[] | undefined, alias: string): string {
  const keys = (sort?.length ?? 0) > 0 ? (sort ?? []) : (['number'] as const);
  const parts = keys.map((key) => {
    const { column, nullable } = COLUMNS[keyOf(key)];
    return `${alias}.${column}${isDescending(key) ? (nullable ? ' desc nulls last' : ' desc') : ''}`;
  });
  if (!keys.some((key) => keyOf(key) === 'number')) {
    parts.push(`${alias}.number${isDescending(keys[keys.length - 1] ?? 'number') ? ' desc' : ''}`);
  }
  return parts.join(', ');
}

function isDescending(sort: Sort): boolean {
  return sort.startsWith('-');
}

function keyOf(sort: Sort): SortKey {
  return (isDescending(sort) ? sort.slice(1) : sort) as SortKey;
}
