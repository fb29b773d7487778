import { readOrgUnits } from './org-units-file.rules.js';

const HEADING = ['kind', 'key', 'short_name', 'name', 'parent_key'];
const table = (...rows: string[][]) => [HEADING, ...rows].map((cells, index) => ({ line: index + 1, cells }));
const faultsOf = (...rows: string[][]): string[] =>
  readOrgUnits(table(...rows)).faults.map(({ line, column, code }) => `${line} ${column} ${code}`);

const directorate = ['directorate', 'dez-2', 'Dez2', 'Dezernat 2', ''];
const office = ['office', 'it', 'IT', 'Amt für Informationstechnik', 'dez-2'];

describe('reading the table of units', () => {
  it('takes a parent that stands below its child', () => {
    const { units, faults } = readOrgUnits(table(office, directorate));
    expect(faults).toEqual([]);
    expect(units).toMatchObject([
      { key: 'it', parentKey: 'dez-2' },
      { key: 'dez-2', parentKey: null },
    ]);
  });

  it('finds its columns by their heading, and days of validity where there are any', () => {
    const lines = [
      ['key', 'valid_to', 'name', 'short_name', 'parent_key', 'kind', 'valid_from'],
      ['it', '2025-12-31', 'Amt', 'IT', '', 'office', ''],
    ].map((cells, index) => ({ line: index + 1, cells }));
    expect(readOrgUnits(lines).units).toEqual([
      {
        kind: 'office',
        key: 'it',
        shortName: 'IT',
        name: 'Amt',
        parentKey: null,
        validFrom: null,
        validTo: '2025-12-31',
      },
    ]);
  });

  it('takes short names that two units share', () => {
    expect(faultsOf(directorate, office, ['office', 'it-2', 'IT', 'Noch ein Amt', 'it'])).toEqual([]);
  });

  it('names the columns that are missing, unknown or there twice', () => {
    const { faults } = readOrgUnits([{ line: 1, cells: ['kind', 'short_name', 'name', 'name', 'boss'] }]);
    expect(faults.map(({ column, code }) => `${column} ${code}`)).toEqual([
      'key column-missing',
      'parent_key column-missing',
      'boss column-unknown',
      'name column-twice',
    ]);
  });

  it('refuses a table without units, and one without anything', () => {
    expect(faultsOf()).toEqual(['1  empty']);
    expect(readOrgUnits([]).faults).toHaveLength(HEADING.length);
  });

  it.each([
    ['a wrong kind', ['department', 'x', 'X', 'Amt X', ''], '3 kind not-allowed'],
    ['no name', ['office', 'x', 'X', '', ''], '3 name missing'],
    ['a malformed key', ['office', 'Amt X', 'X', 'Amt X', ''], '3 key key-malformed'],
    ['the key of another', ['office', 'dez-2', 'X', 'Amt X', ''], '3 key key-twice'],
    ['an unknown parent', ['office', 'x', 'X', 'Amt X', 'dez-9'], '3 parent_key parent-unknown'],
    ['itself as parent', ['office', 'x', 'X', 'Amt X', 'x'], '3 parent_key parent-cycle'],
    ['a cell too many', ['office', 'x', 'X', 'Amt X', '', 'more'], '3  cells-wrong'],
  ])('refuses a unit with %s', (_, row, fault) => {
    expect(faultsOf(directorate, row)).toEqual([fault]);
  });

  it('names every unit of a circle, and no unit that only hangs on it', () => {
    const { faults } = readOrgUnits(
      table(['office', 'a', 'A', 'A', 'b'], ['office', 'b', 'B', 'B', 'a'], ['office', 'c', 'C', 'C', 'a']),
    );
    expect(faults.map(({ line, params }) => [line, params['path']])).toEqual([
      [2, 'a > b > a'],
      [3, 'b > a > b'],
    ]);
  });

  it('refuses a validity that ends before it starts', () => {
    const lines = [
      [...HEADING, 'valid_from', 'valid_to'],
      [...directorate, '2024-01-01', '2023-01-01'],
      [...office, '2024-13-01', ''],
    ].map((cells, index) => ({ line: index + 1, cells }));
    expect(readOrgUnits(lines).faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'ends-before-start'],
      [3, 'not-a-day'],
    ]);
  });
});
