import fc from 'fast-check';
import { searchSql } from './search-sql.js';
import { SqlValues } from './sql-values.js';

const valuesOf = (q: string, live = true): { sql: string | null; list: unknown[] } => {
  const values = new SqlValues();
  return { sql: searchSql(q, { live, values }), list: values.list };
};

describe('a search', () => {
  it('asks for every word as a prefix', () => {
    expect(valuesOf('offene Daten', false).list).toEqual(['offene:* & Daten:*']);
  });

  it('forgives typing errors live only, and never in numbers', () => {
    expect(valuesOf('Outlok').sql).toContain('<%');
    expect(valuesOf('Outlok', false).sql).not.toContain('<%');
    expect(valuesOf('2022-014').sql).not.toContain('<%');
  });

  it('looks for digits in numbers, whatever case, now and in the past', () => {
    expect(valuesOf('da-2022-01', false).list).toEqual(['da:* & 2022:* & 01:*', '%DA-2022-01%']);
    expect(valuesOf('da-2022-01').list).toEqual(['da:* & 2022:* & 01:*', 'da-2022-01']);
  });

  it('looks for parts of words from three letters on', () => {
    expect(valuesOf('ak').sql).not.toContain('like');
    expect(valuesOf('akt').sql).toContain('like');
  });

  it('is none without letters and digits', () => {
    expect(valuesOf('  &|!():* ').sql).toBeNull();
  });

  it('brings nothing of what was typed into the statement itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const { sql, list } = valuesOf(typed);
        if (sql === null) return;
        expect(String(list[0])).toMatch(/^[\p{L}\p{N}]+:\*( & [\p{L}\p{N}]+:\*)*$/u);
        expect(new Set(sql.match(/\$\d+/g))).toHaveProperty('size', list.length);
      }),
    );
  });
});
