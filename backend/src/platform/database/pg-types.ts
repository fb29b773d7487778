import pg from 'pg';

const { builtins } = pg.types;

/** PostgreSQL's number of the type `date[]`. */
const DATES: number = 1182;

/**
 * How PostgreSQL's values reach the code: days stay 'YYYY-MM-DD', instants are ISO UTC strings with microseconds
 * (JavaScript's Date would cut them), bigint and numeric are numbers (money in cents stays far below 2^53).
 */
export function useProjectTypes(): void {
  pg.types.setTypeParser(builtins.DATE, (text) => text);
  pg.types.setTypeParser(DATES, daysOf);
  pg.types.setTypeParser(builtins.INT8, Number);
  pg.types.setTypeParser(builtins.NUMERIC, Number);
  pg.types.setTypeParser(builtins.TIMESTAMPTZ, isoInstant);
}

/** Turns '2026-11-23 17:00:00.123456+00' (connections run in UTC) into '2026-11-23T17:00:00.123456Z'. */
export function isoInstant(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11).replace(/\+00(:00)?$/, '')}Z`;
}

/** Turns '{2026-11-01,2026-11-23}' into its days; no list of days has gaps. */
function daysOf(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',');
}
