/** Which columns of a table a hash is made of, since when, and what older versions hold in those that were new then. */
export interface SealLayout {
  id: number;
  tracked: string;
  columns: string[];
  types: string[];
  sinceRev: number;
  earlier: Record<string, unknown>;
}

/** With these settings a row has one text, on whatever connection; nothing but the built-in functions is found. */
export const ONE_TEXT = `
  set local search_path = pg_catalog, pg_temp; set local timezone = 'UTC'; set local extra_float_digits = 1;
  set local bytea_output = 'hex'; set local intervalstyle = 'postgres'`;

/** A name within SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The object of some columns of the row `v`. */
const objectOf = (columns: readonly string[]): string =>
  `(select to_jsonb(sealed) from (select ${columns.map((name) => `v.${quoted(name)}`).join(', ')}) sealed)`;

/** Hashes the row `v` as `history.seal_hash_of` does. */
export function hashOf({ tracked, columns }: Pick<SealLayout, 'tracked' | 'columns'>): string {
  return `sha256(convert_to(${literal(`${tracked} `)} || ${objectOf(columns)}::text, 'UTF8'))`;
}

/**
 * Says that the row `v`, sealed by the first of the layouts, holds in the columns that came with the later ones what it
 * held when they came. Columns that a migration filled with several values are left out.
 */
export function keepsEarlier([sealedBy, ...later]: readonly SealLayout[]): string {
  const earlier = Object.assign({}, ...later.map((layout) => layout.earlier)) as Record<string, unknown>;
  const columns = Object.keys(earlier).filter((name) => !sealedBy?.columns.includes(name));
  if (columns.length === 0) return 'true';
  const held = Object.fromEntries(columns.map((name) => [name, earlier[name]]));
  return `${objectOf(columns)} = ${literal(JSON.stringify(held))}::jsonb`;
}

/** The hashes of a chain start from that of nothing. */
export const NOTHING = "sha256('')";

/** Revisions whose hash does not follow from the one before, from the change and from the leaves. */
export const BROKEN_LINKS = `
  with link as (
    select rev, change, head, lag(rev, 1, 0::bigint) over by_rev as previous,
           lag(head, 1, ${NOTHING}) over by_rev as previous_head
      from history.seal window by_rev as (order by rev)
  ), leaves as (
    select rev, string_agg(concat_ws(' ', layout_id, id, coalesce(closed::text, '-'),
                                     coalesce(encode(opened, 'hex'), '-')), E'\\n' order by layout_id, id) as lines
      from history.seal_leaf group by rev
  )
  select rev::text, previous::text
    from link left join leaves using (rev)
   where head <> sha256(convert_to(concat_ws(E'\\n', encode(previous_head, 'hex'), rev, encode(change, 'hex'),
           (select string_agg(to_jsonb(l)::text, E'\\n' order by id) from history.seal_layout l
             where since_rev > previous and since_rev <= rev),
           leaves.lines), 'UTF8'))
   order by link.rev`;
