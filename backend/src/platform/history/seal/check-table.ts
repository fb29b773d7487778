import type { ClientBase } from 'pg';
import { findings } from './findings.js';
import { hashOf, keepsEarlier, quoted, type SealLayout } from './hashes.sql.js';
import type { TrackedTable } from './inventory.js';

interface Checked {
  table: TrackedTable;
  sealedUpTo: number;
  layouts: readonly SealLayout[];
}

interface FoundVersion {
  what: string;
  id: string;
  rev: string;
}

const FOREVER = '9223372036854775807';

/** Compares the versions of one table with their seals, and its live rows with their open versions. */
export async function checkTable(client: ClientBase, checked: Checked): Promise<string[]> {
  const { table } = checked;
  const layouts = checked.layouts.filter(({ tracked }) => tracked === table.name);
  if (table.twinColumns.length === 0) return [`removed: table history.${table.name} with all its versions`];
  const lost = new Set(layouts.flatMap(({ columns }) => columns));
  for (const name of table.twinColumns) lost.delete(name);
  if (lost.size > 0)
    return [`removed: columns ${[...lost].join(', ')} of history.${table.name}, which are sealed`];
  const say = ({ what, id, rev }: FoundVersion): string => `${what}: ${table.name} ${id} version r${rev}`;
  const values = [checked.sealedUpTo, layouts.map(({ id }) => id)];
  const faults: string[] = [];
  for (const [index, layout] of layouts.entries()) {
    const sql = alteredOrRemoved(table, layouts.slice(index));
    faults.push(...(await findings(client, { sql, values: [layout.id] }, say)));
  }
  faults.push(
    ...(await findings(client, { sql: inserted(table), values }, say)),
    ...(await findings(client, { sql: closingAltered(table), values }, (row: FoundVersion & Closing) => {
      const now = row.closed === FOREVER ? 'it is open' : `it was closed by r${row.closed}`;
      const then = row.sealed === null ? 'no revision has closed it' : `r${row.sealed} has closed it`;
      return `closing altered: ${table.name} ${row.id} version r${row.rev} says that ${now}, but ${then}`;
    })),
    ...(await findings(client, { sql: ofNoRevision(table), values: [checked.sealedUpTo] }, say)),
  );
  if (table.liveColumns.length === 0) return [...faults, `removed: table public.${table.name}`];
  const live = { sql: liveDiffers(table) };
  faults.push(
    ...(await findings(
      client,
      live,
      ({ id }: { id: string }) => `live row differs from its open version: ${table.name} ${id}`,
    )),
  );
  return faults;
}

interface Closing {
  closed: string;
  sealed: string | null;
}

/** Of the versions that were sealed by the first of the layouts. */
function alteredOrRemoved({ name }: TrackedTable, layouts: readonly SealLayout[]): string {
  const [layout] = layouts;
  if (layout === undefined) throw new RangeError('no layout was given');
  return `
    select case when v.id is null then 'removed' else 'altered' end as what, l.id, l.rev
      from history.seal_leaf l left join history.${quoted(name)} v on v.id = l.id and v.from_rev = l.rev
     where l.layout_id = $1 and l.opened is not null
       and (v.id is null or ${hashOf(layout)} <> l.opened or not ${keepsEarlier(layouts)})`;
}

const inserted = ({ name }: TrackedTable): string => `
  select 'inserted' as what, v.id, v.from_rev as rev
    from history.${quoted(name)} v
   where v.from_rev <= $1
     and not exists (select from history.seal_leaf l
                      where l.rev = v.from_rev and l.id = v.id and l.layout_id = any ($2) and l.opened is not null)`;

/** Versions that were removed or put in are told as such; here is what is left with another end. */
const closingAltered = ({ name }: TrackedTable): string => `
  select v.id, v.from_rev as rev, v.to_rev::text as closed, l.rev::text as sealed
    from history.seal_leaf l join history.${quoted(name)} v on v.id = l.id and v.from_rev = l.closed
   where l.layout_id = any ($2) and l.rev <= $1 and v.to_rev <> l.rev
  union all
  select v.id, v.from_rev, v.to_rev::text, null
    from history.${quoted(name)} v
   where v.to_rev <= $1
     and exists (select from history.seal_leaf l
                  where l.rev = v.from_rev and l.id = v.id and l.layout_id = any ($2) and l.opened is not null)
     and not exists (select from history.seal_leaf l
                      where l.id = v.id and l.closed = v.from_rev and l.layout_id = any ($2))`;

/** Not sealed yet, and there is no change that could have made it. */
const ofNoRevision = ({ name }: TrackedTable): string => `
  select 'inserted' as what, v.id, v.from_rev as rev
    from history.${quoted(name)} v
   where v.from_rev > $1 and not exists (select from public.change c where c.rev = v.from_rev)
  union all
  select 'closing altered', v.id, v.from_rev
    from history.${quoted(name)} v
   where v.to_rev > $1 and v.to_rev < ${FOREVER} and not exists (select from public.change c where c.rev = v.to_rev)`;

/** Compares the bytes, so that 1.0 is not 1.00; a row that is on one side only differs as well. */
function liveDiffers({ name, twinColumns, liveColumns }: TrackedTable): string {
  const row = (alias: string): string => {
    const both = liveColumns.filter((column) => twinColumns.includes(column));
    return `row(${both.map((column) => `${alias}.${quoted(column)}`).join(', ')})::record`;
  };
  return `
    select coalesce(l.id, v.id) as id
      from public.${quoted(name)} l
      full join (select * from history.${quoted(name)} where to_rev = ${FOREVER}) v on v.id = l.id
     where l.id is null or v.id is null or ${row('l')} *<> ${row('v')}`;
}
