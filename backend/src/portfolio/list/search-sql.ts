import type { SqlValues } from './sql-values.js';

/** Longer searches are cut: nobody types more words, and each costs an index look-up. */
const MOST_WORDS = 10;
/** An index of trigrams finds nothing shorter. */
const SHORTEST_PART = 3;

/**
 * The condition that a project `o` matches what was typed. German full text with prefixes answers for any moment; parts
 * of words and misspelt titles are found live only, since that index knows the present titles.
 *
 * @returns null when nothing searchable was typed
 */
export function searchSql(q: string, { live, values }: { live: boolean; values: SqlValues }): string | null {
  const query = prefixQuery(q, values);
  if (query === null) return null;
  const matches = [`p.search @@ ${query}`, ...(live ? likeTitle(q, values) : [])];
  const found = `o.id in (select p.id from project p where ${matches.join(' or ')} union ${ofPlace(query)})`;
  const past = live ? [] : likeNumber(q, values);
  return `(${[found, ...past].join(' or ')})`;
}

/** What was typed as a German full text query of prefixes, in SQL; null when nothing searchable was typed. */
export function prefixQuery(q: string, values: SqlValues): string | null {
  const words = wordsOf(q);
  if (words.length === 0) return null;
  // Only letters and digits are left, so nothing of the query language of tsquery can come in.
  return `to_tsquery('german', ${values.of(words.map((word) => `${word}:*`).join(' & '))})`;
}

/** People look for a field or an office by its name, too. */
function ofPlace(query: string): string {
  return `
    select p.id from project p join action_field f on f.id = p.primary_action_field_id
     where to_tsvector('german', concat_ws(' ', f.title_de, f.title_en)) @@ ${query}
    union
    select p.id from project p join org_unit u on u.id = p.office_id
     where to_tsvector('german', concat_ws(' ', u.short_name, u.name)) @@ ${query}`;
}

/** What the index of trigrams over number and title finds. */
function likeTitle(q: string, values: SqlValues): string[] {
  if (q.length < SHORTEST_PART) return [];
  const folded = `fold(p.number || ' ' || p.title)`;
  const part = partSql(folded, q, values);
  // Numbers are all alike: forgiving a typing error in one would find every other.
  return hasDigit(q) ? [part] : [part, `fold(${values.of(q)}) <% ${folded}`];
}

/** Says in SQL that a folded text has what was typed in it, wherever. */
export function partSql(folded: string, q: string, values: SqlValues): string {
  return `${folded} like '%' || fold(${values.of(escapeLike(q))}) || '%'`;
}

/** Full text takes a number apart at its dashes, so parts of it are compared as they are. */
function likeNumber(q: string, values: SqlValues): string[] {
  const number = q.replaceAll(/\s/g, '').toUpperCase();
  return hasDigit(q) ? [`o.number like ${values.of(`%${escapeLike(number)}%`)}`] : [];
}

function wordsOf(q: string): string[] {
  return q
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
}

function hasDigit(text: string): boolean {
  return /\d/.test(text);
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
