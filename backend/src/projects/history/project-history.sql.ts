import { utc } from '../../platform/index.js';
import { PART_TABLES } from './history-tables.js';

/** Columns that only keep books: who looks for a change does not look for them. */
const NOISE = `'{from_rev,to_rev,id,project_id,version,search,item_id,decision_id,figures,cash_years}'::text[]`;

/** Figures that were signed are told by their date; a list of years and amounts is told as text. */
const contentOf = (table: string): string =>
  table === 'commitment_authorisation'
    ? `(to_jsonb(v) - ${NOISE}) || jsonb_build_object('cash_years', (
         select string_agg(concat(cash ->> 'year', ' ', cash ->> 'amountCents'), ', ' order by cash ->> 'year')
           from jsonb_array_elements(v.cash_years) cash))`
    : `to_jsonb(v) - ${NOISE}`;

const versionsOf = (table: string, owner: string): string => `
  select '${table.replaceAll('_', '-')}' as record, v.id, v.from_rev, v.to_rev, ${contentOf(table)} as content
    from history.${table} v where v.${owner} = (select id from target)`;

/** What the ids in the rows of a project can refer to, with a name that can be read. */
const NAMED = [
  ...[
    'action_field',
    'corridor_theme',
    'supported_goal',
    'digital_agenda',
    'design_principle',
    'council_body',
  ].map((table) => `select id, jsonb_build_object('de', title_de, 'en', title_en) as name from ${table}`),
  `select id, to_jsonb(short_name) from org_unit`,
  `select id, to_jsonb(title) from budget`,
  `select id, to_jsonb(display_name) from person`,
  `select id, to_jsonb(number || ' ' || title) from project`,
  `select id, to_jsonb(reported_on) from status_report`,
  `select id, to_jsonb(number::text) from review_session`,
];

/**
 * A page of the changes of a project and all its parts, from the kept versions alone, in one statement: each change
 * with the rows before and after it, and the names of what the rows refer to.
 *
 * @param key the column by which the project is looked up, with `$1`; `$2` and `$3` are limit and offset
 */
export const projectHistorySql = (key: 'id' | 'number'): string => `
  with asked as materialized (select current_rev() as rev),
  target as materialized (select id from project where ${key} = $1),
  version as materialized (
    ${versionsOf('project', 'id')}
    ${PART_TABLES.map((table) => `union all ${versionsOf(table, 'project_id')}`).join('\n')}
  ),
  revision as materialized (
    select from_rev as rev from version where from_rev <= (select rev from asked)
    union
    select to_rev from version where to_rev <= (select rev from asked)
  ),
  page as materialized (select rev from revision order by rev desc limit $2 offset $3),
  row_change as materialized (
    select page.rev, v.record, v.id,
           (jsonb_agg(v.content) filter (where v.to_rev = page.rev)) -> 0 as before,
           (jsonb_agg(v.content) filter (where v.from_rev = page.rev)) -> 0 as after
      from page join version v on v.from_rev = page.rev or v.to_rev = page.rev
     group by page.rev, v.record, v.id
  ),
  reference as materialized (
    select distinct field.value::uuid as id
      from row_change, jsonb_each_text(coalesce(before, '{}') || coalesce(after, '{}')) field
     where field.key like '%\\_id' and field.value is not null
    union
    select field.value::uuid from row_change, jsonb_each_text(before) field
     where field.key like '%\\_id' and field.value is not null
  )
  select (select rev from asked) as rev,
         (select count(*) from revision) as total,
         coalesce((
           select json_agg(json_build_object(
                    'rev', page.rev,
                    'at', ${utc('change.at')},
                    'actorName', person.display_name, 'command', change.command, 'reason', change.reason,
                    'source', change.source,
                    'rows', (select json_agg(json_build_object('record', r.record, 'recordId', r.id, 'before', r.before,
                               'after', r.after) order by r.record <> 'project', r.record, r.id)
                               from row_change r where r.rev = page.rev)) order by page.rev desc)
             from page join change on change.rev = page.rev
             left join person on person.id = change.actor_id), '[]') as items,
         coalesce((
           select json_object_agg(named.id, named.name)
             from (${NAMED.map((select) => `${select} where id = any (array(select id from reference))`).join(' union all ')}) named
         ), '{}') as names
    from target`;
