import type { Tx } from '../platform/index.js';

/**
 * Hands out the next number of a year. The row of the year stays locked until the end of the transaction, so that
 * numbers have no gaps and nobody gets one twice; a year that begins goes on after what was loaded for it.
 */
export async function nextNumber(tx: Tx, year: number): Promise<string> {
  const [row] = await tx.query<{ last: number }>(
    `insert into project_number (year, last)
     select $1::integer, coalesce(max(substring(number from '^DA-\\d{4}-(\\d{1,9})$')::integer), 0) + 1
       from project where number like 'DA-' || $1::integer || '-%'
     on conflict (year) do update set last = project_number.last + 1
     returning last`,
    [year],
  );
  return `DA-${year}-${String(row?.last ?? 1).padStart(3, '0')}`;
}
