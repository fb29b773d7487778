import type { SqlValues } from './sql-values.js';

/** Longer searches are cut: nobody types more words, and each costs an index look-up. */
const MOST_WORDS = 10;

/**
 * Selects the ids of the projects that match what was typed. German full text with prefixes answers for any moment;
 * parts of words and misspelt titles are found live only, since that index knows the present titles.
 *
 * @returns null when nothing searchable was typed
 */
export function searchSql(q: string, { live, values }: { live: boolean; values: SqlValues }): string | null {
  const words = wordsOf(q);
  if (words.length === 0) return null;
  // Only letters and digits are left, so nothing of the query language of tsquery can come in.
  const prefixes = values.of(words.map((word) => `${word}:*`).join(' & '));
  const number = q.replaceAll(/\s/g, '').toUpperCase();
  const matches = [`p.search @@ to_tsquery('german', ${prefixes})`];
  if (/\d/.test(number)) matches.push(`p.number like ${values.of(`%${escapeLike(number)}%`)}`);
  if (live) {
    const folded = `fold(p.number || ' ' || p.title)`;
    matches.push(`${folded} like '%' || fold(${values.of(escapeLike(q))}) || '%'`);
    // Numbers are all alike: forgiving a typing error in one would find every other.
    if (!/\d/.test(q)) matches.push(`fold(${values.of(q)}) <% ${folded}`);
  }
  return `select p.id from project p where ${matches.join(' or ')}`;
}

function wordsOf(q: string): string[] {
  return q
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
