import { unitsBelowSql } from '../../organisation/index.js';
import { DIGEST_ROWS } from './digest-rows.sql.js';

/*
 * The values of all statements, in their order: `$1` the digest begins after this revision, `$2` and ends with this
 * one; only `$3` this project (number, id or part of its title), `$4` these offices (keys or ids; units below count), `$5` these fields,
 * `$6` this kind, `$7` this year, `$8` this budget (key or id).
 */

const OFFICES = `select u.id from org_unit u where u.key = any ($4::text[]) or u.id::text = any ($4::text[])`;

/**
 * The rows of the digest as `entry`, with the number that their project had at its end, and the budget that a row belongs
 * to: its own, else the one of its year. There may be a hundred thousand, so titles are joined where they are shown.
 */
const ENTRIES = `
  budget_then as materialized (
    select id, key, title, year_from, year_to from history.budget
     where from_rev <= $2::bigint and to_rev > $2::bigint
  ),
  budget_of_year as materialized (
    select distinct on (year) year, b.id as budget_id
      from budget_then b, generate_series(b.year_from, b.year_to) year order by year, b.year_from, b.key
  ),
  raw as (${DIGEST_ROWS}),
  entry as materialized (
    select raw.rev, raw.record, raw.id, raw.field, raw.year, raw.year_to, raw.kind, raw.direction, raw.source,
           raw.detail, raw.before, raw.after, raw.stage_before, raw.stage_after,
           coalesce(raw.after, 0) - coalesce(raw.before, 0) as difference,
           project.id as project_id, project.number, coalesce(raw.budget_id, budget_of_year.budget_id) as budget_id
      from raw
      left join budget_of_year on budget_of_year.year = raw.year
      left join history.project project
        on project.id = raw.project_id and project.from_rev <= $2::bigint and project.to_rev > $2::bigint
     where ($3::text is null or project.number = upper($3::text) or project.id::text = lower($3::text)
            or position(lower($3::text) in lower(project.title)) > 0)
       and ($4::text[] is null or project.office_id = any (array(${unitsBelowSql(OFFICES)})))
       and ($5::text[] is null or raw.field = any ($5::text[]))
       and ($6::text is null or raw.kind = $6::text)
       and ($7::integer is null or raw.year = $7::integer)
       and ($8::text is null or coalesce(raw.budget_id, budget_of_year.budget_id) in (
             select id from budget_then where key = $8::text or id::text = $8::text))
  )`;

/** The newest change first; within one, by project and place. */
const ORDER = `e.rev desc, e.number nulls first, e.record, e.year nulls first, e.kind desc, e.id, e.field`;

/** What an `entry e` is shown with: its project and budget as they were called at the end. */
const TITLES = `
  left join history.project p on p.id = e.project_id and p.from_rev <= $2::bigint and p.to_rev > $2::bigint
  left join budget_then b on b.id = e.budget_id`;

const ITEM = `
  jsonb_build_object(
    'rev', e.rev, 'record', e.record, 'recordId', e.id,
    'project', case when e.project_id is null then null
                    else jsonb_build_object('id', e.project_id, 'number', e.number, 'title', p.title) end,
    'field', e.field, 'year', e.year, 'yearTo', e.year_to, 'kind', e.kind, 'direction', e.direction,
    'budget', case when b.id is null then null
                   else jsonb_build_object('id', b.id, 'key', b.key, 'title', b.title) end,
    'source', e.source, 'detail', e.detail, 'beforeCents', e.before, 'afterCents', e.after,
    'differenceCents', case when e.before is null and e.after is null then null else e.difference end,
    'beforeStage', e.stage_before, 'afterStage', e.stage_after)`;

/** Who changed something, when and why. */
const CHANGE = `
  jsonb_build_object(
    'rev', c.rev, 'moment', 'r' || c.rev, 'at', to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actorName', person.display_name, 'command', c.command, 'reason', c.reason, 'source', c.source)`;

const HAS_AMOUNT = 'e.before is not null or e.after is not null';

/** What belongs together: a field of one kind and direction; by budget when `$9` says so. */
const TOTALS = `
  select case when $9::boolean then e.budget_id end as budget_id, e.field, e.kind, e.direction, count(*) as count,
         sum_cents(greatest(e.difference, 0)) filter (where ${HAS_AMOUNT}) as increase,
         sum_cents(least(e.difference, 0)) filter (where ${HAS_AMOUNT}) as decrease
    from entry e
   group by 1, 2, 3, 4`;

/** A page of the digest with its counts and sums in one statement; `$10` and `$11` are limit and offset. */
export const DIGEST_PAGE = `
  with ${ENTRIES},
  page as materialized (select * from entry e order by ${ORDER} limit $10 offset $11),
  total as (${TOTALS}),
  touched as materialized (select rev, count(*) as count from entry group by rev)
  select coalesce((select sum(count) from touched), 0)::int as total,
         (select count(*) from touched)::int as changes,
         (select count(project_id) from (select distinct project_id from entry) p)::int as projects,
         coalesce((select jsonb_agg(jsonb_build_object(
                     'budget', case when b.id is null then null
                                    else jsonb_build_object('id', b.id, 'key', b.key, 'title', b.title) end,
                     'field', t.field, 'kind', t.kind, 'direction', t.direction, 'count', t.count,
                     'increaseCents', t.increase, 'decreaseCents', t.decrease,
                     'differenceCents', t.increase + t.decrease)
                     order by b.year_from nulls last, b.key, array_position($12::text[], t.field),
                              t.direction nulls first, t.kind desc nulls last)
                     from total t left join budget_then b on b.id = t.budget_id), '[]') as totals,
         coalesce((select jsonb_agg(${ITEM} order by ${ORDER})
                     from page e ${TITLES}), '[]') as items,
         coalesce((select jsonb_agg(${CHANGE} || jsonb_build_object('count', touched.count) order by c.rev desc)
                     from touched
                     join change c on c.rev = touched.rev
                     left join person on person.id = c.actor_id
                    where touched.rev in (select rev from page)), '[]') as made`;

/** All rows of the digest with who made them, one a row, for files; `$9` is the limit. */
export const DIGEST_FILE = `
  with ${ENTRIES}
  select ${ITEM} as item, ${CHANGE} as change
    from entry e join change c on c.rev = e.rev left join person on person.id = c.actor_id ${TITLES}
   order by ${ORDER} limit $9`;
