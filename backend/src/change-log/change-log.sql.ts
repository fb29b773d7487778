import { utc } from '../platform/index.js';

/** A twin in the schema `history`, and whether its rows belong to a project. */
export interface Twin {
  name: string;
  hasProject: boolean;
}

/** All twins there are. Kept figures of projects change with whatever they are made from, so they say nothing new. */
export const TWINS = `
  select table_name::text as name, bool_or(column_name = 'project_id') as "hasProject"
    from information_schema.columns where table_schema = 'history' and table_name <> 'project_overview'
   group by table_name having bool_or(column_name = 'to_rev') order by table_name`;

const FOREVER = '9223372036854775807';
const MOST_RECORDS = 20;

/**
 * A page of changes that match the filters, with what each of them touched, in one statement. Only the rows of the
 * page's own revisions are looked up in the twins.
 *
 * `$1` actor, `$2` command, `$3` source, `$4` first day, `$5` last day, `$6` project, `$7` only revisions before this one
 * (then without the total), `$8` and `$9` limit and offset.
 */
export function changesSql(twins: readonly Twin[]): string {
  const [first, ...others] = twins.map((twin) => rowsOf(twin));
  return `
  with target as materialized (select id from project where number = upper($6::text) or id::text = lower($6::text)),
  of_project as materialized (${twins.filter(concernsProject).map(revisionsOf).join(' union ')}),
  matching as (
    select c.* from change c
     where ($1::uuid is null or c.actor_id = $1)
       and ($2::text is null or c.command = $2)
       and ($3::text is null or c.source = $3)
       and ($4::date is null or c.at >= $4::date::timestamp at time zone 'Europe/Berlin')
       and ($5::date is null or c.at < ($5::date + 1)::timestamp at time zone 'Europe/Berlin')
       and ($6::text is null or c.rev in (select rev from of_project))
  ),
  page as materialized (
    select * from matching where $7::bigint is null or rev < $7 order by rev desc limit $8 offset $9
  ),
  asked as materialized (select coalesce(array_agg(rev), '{}') as revs from page),
  row_change as materialized (${[first, ...others].join(' union ')}),
  touched as materialized (
    select rev, record, id, project_id, count(*) over (partition by rev) as count,
           row_number() over (partition by rev order by record <> 'project', record, id) as place
      from row_change
  )
  select case when $7::bigint is null then (select count(*) from matching) end as total,
         coalesce((
           select json_agg(json_build_object(
                    'rev', page.rev, 'moment', 'r' || page.rev,
                    'at', ${utc('page.at')},
                    'actorId', page.actor_id, 'actorName', person.display_name, 'command', page.command,
                    'reason', page.reason, 'source', page.source,
                    'records', (select coalesce(json_agg(json_build_object('record', t.record, 'id', t.id,
                                         'projectNumber', project.number) order by t.place), '[]')
                                  from touched t left join project on project.id = t.project_id
                                 where t.rev = page.rev and t.place <= ${MOST_RECORDS}),
                    'recordCount', coalesce((select t.count from touched t where t.rev = page.rev and t.place = 1), 0)
                  ) order by page.rev desc)
             from page left join person on person.id = page.actor_id), '[]') as items`;
}

const concernsProject = ({ name, hasProject }: Twin): boolean => hasProject || name === 'project';
const projectOf = ({ name, hasProject }: Twin): string =>
  name === 'project' ? 'v.id' : hasProject ? 'v.project_id' : 'null::uuid';

function revisionsOf(twin: Twin): string {
  const mine = `from history.${twin.name} v where ${projectOf(twin)} = (select id from target)`;
  return `select v.from_rev as rev ${mine} union select v.to_rev ${mine} and v.to_rev < ${FOREVER}`;
}

/** What begins or ends with one of the page's revisions; a changed row does both and counts once. */
function rowsOf(twin: Twin): string {
  const record = `'${twin.name.replaceAll('_', '-')}' as record, v.id, ${projectOf(twin)} as project_id`;
  const asked = 'any ((select revs from asked)::bigint[])';
  return `
    select v.from_rev as rev, ${record} from history.${twin.name} v where v.from_rev = ${asked}
    union
    select v.to_rev, ${record} from history.${twin.name} v where v.to_rev = ${asked} and v.to_rev < ${FOREVER}`;
}
