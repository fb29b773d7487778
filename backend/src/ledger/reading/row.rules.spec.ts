import { columnNames, fittingMapping, headerRowOf, mappingOf, missingInMapping } from './columns.rules.js';
import { directionOf, kindOf, placesOf, readRow, yearOf } from './row.rules.js';

const COLUMNS = ['PSP-Element', 'Jahr', 'Ist', 'Obligo'];
const mapping = mappingOf(COLUMNS);
const read = (...cells: string[]) =>
  readRow(cells, { mapping, places: placesOf(mapping, COLUMNS), style: 'german' });

describe('a row of a file', () => {
  it('says account, year and amounts', () => {
    expect(read('7.1', '2024', '1.000,00', '')).toMatchObject({
      key: '7.1',
      year: 2024,
      sum: null,
      fault: null,
      amounts: { actual: 100_000, committed: null, appropriation: null },
    });
  });

  it('is nothing when nothing stands in it', () => {
    expect(read('', ' ', '', '')).toBeNull();
  });

  it.each(['Summen', 'Summe:', 'GESAMT', 'Gesamtsumme', 'Total', 'Gesamtergebnis', '* Summe'])(
    'is the sum of all when it begins with „%s"',
    (label) => {
      expect(read(label, '', '5,00', '')).toMatchObject({
        sum: 'total',
        fault: null,
        amounts: { actual: 500 },
      });
    },
  );

  it.each(['Zwischensumme', 'Teilsumme THH 1700', 'Subtotal', 'Summe 2024'])(
    'is a sum of some when it begins with „%s"',
    (label) => {
      expect(read(label, '', '5,00', '')).toMatchObject({ sum: 'subtotal' });
    },
  );

  it.each(['Gesamtstrategie Schule', 'Totalerneuerung Rechenzentrum', 'Summer School'])(
    'is a booking of „%s"',
    (label) => {
      expect(read(label, '2024', '5,00', '')).toMatchObject({ sum: null });
    },
  );

  it('keeps the amounts that can be read beside one that can not', () => {
    expect(read('7.1', '2024', '5,00', '93 %')).toMatchObject({
      fault: 'amount-is-percent',
      amounts: { actual: 500, committed: null },
    });
  });
});

describe('what stands in a cell', () => {
  it.each([
    ['2024', 2024],
    ['GJ 2024', 2024],
    ['31.12.2024', 2024],
    ['2024-12-31', 2024],
    [2024, 2024],
    [new Date('2024-12-31T00:00:00Z'), 2024],
    ['1999', null],
    ['24', null],
    ['2024/25', null],
    [2024.5, null],
    ['', null],
  ])('%p is the year %p', (cell, year) => {
    expect(yearOf(cell)).toBe(year);
  });

  it.each([
    ['Ergebnishaushalt', 'operating'],
    ['konsumtiv', 'operating'],
    ['Finanzhaushalt', 'capital'],
    ['Investition', 'capital'],
    ['sonstiges', null],
  ])('„%s" is the kind %p', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each([
    ['Aufwendungen', 'expense'],
    ['Einzahlung', 'revenue'],
    ['beides', null],
  ])('„%s" is the direction %p', (text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });
});

describe('the columns of a file', () => {
  it('begin below titles and dates', () => {
    const rows = [
      ['Bericht IT'],
      ['Stand: 31.12.2024'],
      [''],
      ['PSP', 'Jahr', 'Ist'],
      ['7.1', '2024', '5,00'],
    ];
    expect(headerRowOf(rows, 'german')).toBe(3);
    expect(headerRowOf([['1,00', '2,00']], 'german')).toBeNull();
    expect(headerRowOf([], 'german')).toBeNull();
  });

  it('each have a name of their own', () => {
    expect(columnNames(['Betrag', '', 'Betrag', ' a  b '])).toEqual(['Betrag', '#2', 'Betrag (2)', 'a b']);
  });

  it('are told by their headings; the city writes long ones', () => {
    expect(
      mappingOf([
        'Projektfeld',
        'geplante Ausgaben gemäß GR-Beschluss vom 20.06.2018',
        'tatsächliche Ausgaben im Projektzeitraum 2019-2024',
        'Deckung durch Fördermittel',
        'Zielerreichung',
      ]),
    ).toMatchObject({
      matchBy: 'name',
      keyColumn: 'Projektfeld',
      amounts: {
        appropriation: 'geplante Ausgaben gemäß GR-Beschluss vom 20.06.2018',
        actual: 'tatsächliche Ausgaben im Projektzeitraum 2019-2024',
        forecast: null,
      },
    });
  });

  it('that a file lacks are open again, and what is missing is named at once', () => {
    expect(missingInMapping(fittingMapping(mapping, ['Text'])).map(({ pointer }) => pointer)).toEqual([
      '/mapping/keyColumn',
      '/mapping/year',
      '/mapping/amounts',
    ]);
  });
});
