import { NOT_STATED } from '../portfolio.enums.js';
import type { SqlValues } from './sql-values.js';

/** Says in SQL that a catalogue entry is one of those named by key or id. */
export function isNamed(alias: string, refs: readonly string[], values: SqlValues): string {
  const given = `${values.of(refs)}::text[]`;
  return `(${alias}.key = any (${given}) or ${alias}.id::text = any (${given}))`;
}

/** Says in SQL that a column has one of some values. */
export function anyOf(column: string, wanted: readonly string[] = [], values: SqlValues): string {
  return `${column} = any (${values.of(wanted)}::text[])`;
}

/** Says in SQL that a column has one of some values; `not-stated` means that it has none. */
export function anyOrNull(column: string, wanted: readonly string[] = [], values: SqlValues): string {
  const named = wanted.filter((value) => value !== NOT_STATED);
  return or([
    ...(named.length < wanted.length ? [`${column} is null`] : []),
    ...(named.length > 0 ? [anyOf(column, named, values)] : []),
  ]);
}

/** Says in SQL that one of some conditions holds. */
export function or(conditions: readonly string[]): string {
  return conditions.length === 1 ? `${conditions[0] ?? 'true'}` : `(${conditions.join(' or ')})`;
}
