import { anyOf, anyOrNull, isNamed, or, partSql, prefixQuery, SqlValues } from '../../portfolio/index.js';
import { PHASES } from '../../projects/index.js';
import { LIGHTS } from '../../status-reports/index.js';
import type { PublicFilterQuery, PublicSort } from '../dto/public-query.dto.js';
import type { PublicSortKey } from '../publication.enums.js';
import { PUBLISHED_COLUMNS, RECORD_JOINS } from '../record/public-record.js';
import { PUBLISHED } from './published-sql.js';

/** One select with its values. */
export interface PublicSelect {
  sql: string;
  values: SqlValues;
}

/** The light of `record` as it is shown on a day, given as its placeholder; needs the rhythms. */
export const shownLight = (today: string): string => `
  case when record.light is null then 'none'
       when ${today} - record.light_on > rhythm.days then 'overdue' else record.light end`;

/** Selects all published projects that match, with the columns of a published record. */
export function matchingSelect(query: PublicFilterQuery, today: string): PublicSelect {
  const values = new SqlValues();
  const sql = `select ${PUBLISHED_COLUMNS} from ${matchingSql(query, { today, values })}`;
  return { sql, values };
}

/** The part of a statement after `from`: published projects that match the filters. */
export function matchingSql(
  query: PublicFilterQuery,
  { today, values }: { today: string; values: SqlValues },
): string {
  const conditions = [
    ...searched(query.q, values),
    ...given(query.phase, (phases) => anyOf('record.phase', phases, values)),
    ...given(query.actionField, (refs) => isNamed('field', refs, values)),
    ...given(query.office, (refs) => ofOffices(refs, values)),
    ...given(query.light, (lights) => anyOf(`(${shownLight(values.day(today))})`, lights, values)),
    ...given(query.co2, (effects) => anyOrNull('record.co2_effect', effects, values)),
    ...given(query.declaredBudgetState, (states) =>
      anyOrNull('record.declared_budget_state', states, values),
    ),
  ];
  return `${PUBLISHED} ${RECORD_JOINS} where ${conditions.join(' and ') || 'true'}`;
}

/** The order, by the columns of the select; the number ends it, so that pages never overlap. */
export function publicOrder(sort: readonly PublicSort[] = []): string {
  const parts = sort.map((key) => {
    const isDescending = key.startsWith('-');
    const column = ORDER[(isDescending ? key.slice(1) : key) as PublicSortKey];
    return `${column} ${isDescending ? 'desc' : 'asc'} nulls last`;
  });
  return [...parts, 'number'].join(', ');
}

const rankOf = (column: string, order: readonly string[]): string =>
  `array_position(array[${order.map((value) => `'${value}'`).join(', ')}], ${column})`;

const ORDER: Record<PublicSortKey, string> = {
  number: 'number',
  title: 'title',
  phase: rankOf('phase', PHASES),
  light: rankOf('light', LIGHTS),
  lightOn: '"lightOn"',
  principleScore: '"principleScore"',
  coverage: 'settled',
  publishedAt: '"publishedAt"',
};

/** Full text, and parts of number and title as they are typed; the same in every moment. */
function searched(q: string | undefined, values: SqlValues): string[] {
  const query = q === undefined ? null : prefixQuery(q, values);
  if (q === undefined || query === null) return [];
  // Looked up among the few fields, not once per project.
  const field = `record.action_field_id in (
    select named.id from action_field named
     where to_tsvector('german', concat_ws(' ', named.title_de, named.title_en)) @@ ${query})`;
  const part = partSql(`fold(record.number || ' ' || record.title)`, q, values);
  return [or([`record.search @@ ${query}`, field, part])];
}

function given<Value>(wanted: readonly Value[] | undefined, condition: (wanted: readonly Value[]) => string) {
  return wanted === undefined || wanted.length === 0 ? [] : [condition(wanted)];
}

function ofOffices(refs: readonly string[], values: SqlValues): string {
  const named = refs.filter((ref) => ref !== 'none');
  return or([
    ...(named.length < refs.length ? ['record.office_id is null'] : []),
    ...(named.length > 0 ? [anyOf('record.office_id::text', named, values)] : []),
  ]);
}
