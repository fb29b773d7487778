import { carriedOver, cellsOf, pasted, readCell, sumsOf, withBlank, type SheetColumn } from './sheet-model';

const amount: SheetColumn = { key: 'amountCents', label: '', type: 'amount', required: true };
const columns: SheetColumn[] = [
  { key: 'year', label: '', type: 'year', required: true },
  {
    key: 'kind',
    label: '',
    type: 'choice',
    required: true,
    choices: [
      { value: 'operating', words: ['Ergebnishaushalt', 'konsumtiv'] },
      { value: 'capital', words: ['Finanzhaushalt'] },
    ],
  },
  amount,
];
const row = (id: string | null, ...cells: string[]) => ({ id, cells });

describe('a cell with an amount', () => {
  it.each([
    ['1.234.567,89', 123_456_789],
    ['1.234,50 €', 123_450],
    ['„1.234,50 €“', 123_450],
    ['1,234,567.89', 123_456_789],
    ['1234.5', 123_450],
    ['1.234', 123_400],
    ['0', 0],
  ])('reads %s', (text, value) => {
    expect(readCell(amount, text, 'de')).toEqual({ value });
  });

  it.each(['1,234', 'rund 5', '1.23.4', '12,345.678'])('does not guess what %s means', (text) => {
    expect(readCell(amount, text, 'de')).toEqual({ fault: 'amount' });
  });

  it('is refused below zero, unless the column may be', () => {
    expect(readCell(amount, '-5', 'de')).toEqual({ fault: 'negative' });
    expect(readCell({ ...amount, signed: true }, '-5', 'de')).toEqual({ value: -500 });
  });
});

describe('the sheet', () => {
  it('takes a block of a spreadsheet apart, quotes included', () => {
    expect(cellsOf('2026\tErgebnishaushalt\t5,00\r\n2027\t"a ""b""\nc"\t\r\n')).toEqual([
      ['2026', 'Ergebnishaushalt', '5,00'],
      ['2027', 'a "b"\nc', ''],
    ]);
    expect(cellsOf('5\n')).toEqual([['5']]);
  });

  it('makes new rows of what is pasted beyond the last one, and ends at the last column', () => {
    const rows = [row('a', '2026', 'konsumtiv', '1')];
    expect(pasted(rows, { row: 0, column: 2 }, [['2', 'x'], ['3']], 3)).toEqual([
      row('a', '2026', 'konsumtiv', '2'),
      row(null, '', '', '3'),
    ]);
  });

  it('always ends with one empty row', () => {
    expect(withBlank(withBlank([], 2), 2)).toEqual([row(null, '', '')]);
  });

  it('sums what can be read, by year and kind', () => {
    const rows = [
      row(null, '2026', 'konsumtiv', '0,10'),
      row(null, '2026', 'ERGEBNISHAUSHALT', '0,20'),
      row(null, '2026', 'Finanzhaushalt', '7'),
      row(null, '2026', 'konsumtiv', '1,234'),
    ];
    expect(sumsOf(rows, columns, { amounts: ['amountCents'], locale: 'de' })).toEqual([
      { year: 2026, kind: 'operating', direction: 'expense', cents: 30 },
      { year: 2026, kind: 'capital', direction: 'expense', cents: 700 },
    ]);
  });

  it('carries own entries over to what somebody else saved meanwhile', () => {
    const base = [row('a', '1', '1'), row('b', '2', '2'), row('c', '3', '3'), row('d', '4', '4')];
    const own = [row('a', '1', 'mine'), row('b', '2', '2'), row('d', '4', 'mine'), row(null, '9', '9')];
    const now = [row('a', 'theirs', '1'), row('c', '3', '3'), row('e', '5', '5')];
    expect(carriedOver(base, own, now)).toEqual([
      row('a', 'theirs', 'mine'),
      row(null, '4', 'mine'),
      row(null, '9', '9'),
      row('e', '5', '5'),
    ]);
  });
});
