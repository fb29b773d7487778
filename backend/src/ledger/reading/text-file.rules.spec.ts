import fc from 'fast-check';
import { DELIMITERS } from '../ledger.enums.js';
import { delimiterOf, firstLook } from './text-file.rules.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('the first look at a file', () => {
  it.each([
    ['nothing', bytes(), { fault: 'file-empty' }],
    ['a workbook', bytes(0x50, 0x4b, 3, 4, 0), { type: 'xlsx', fault: null }],
    ['the old Excel format', bytes(0xd0, 0xcf, 0x11, 0xe0), { fault: 'file-old-excel' }],
    ['a PDF', Buffer.from('%PDF-1.7'), { fault: 'file-binary' }],
    ['bytes that no text has', bytes(65, 0, 66, 1), { fault: 'file-binary' }],
    ['a mark of UTF-8', bytes(0xef, 0xbb, 0xbf, 65), { type: 'csv', fault: null, marked: 'utf-8' }],
    ['a mark of UTF-16', bytes(0xff, 0xfe, 65, 0), { fault: null, marked: 'utf-16le' }],
    ['umlauts of Windows', bytes(0xc4, 0x3b, 0xd6), { type: 'csv', fault: null, marked: null }],
  ])('knows %s', (_, head, expected) => {
    expect(firstLook(head)).toMatchObject(expected);
  });
});

describe('the delimiter', () => {
  it('is the one that divides every line alike, also beside commas of numbers', () => {
    const cell = fc.constantFrom('HF1 Netze', '1.234,56', 'Ansatz, Plan', '', '"a;b, c|d"', '12');
    fc.assert(
      fc.property(
        fc.constantFrom(';', '\t', '|'),
        fc
          .integer({ min: 2, max: 6 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 20 }),
          ),
        (delimiter, rows) => {
          expect(delimiterOf(`${rows.map((row) => row.join(delimiter)).join('\r\n')}\r\n`)).toBe(delimiter);
        },
      ),
    );
  });

  it('is a semicolon where nothing divides', () => {
    expect(delimiterOf('Ist\r\n500\r\n')).toBe(';');
    expect(DELIMITERS[0]).toBe(';');
  });

  it('is a comma where only commas divide', () => {
    expect(delimiterOf('a,b,c\n1,2,3\n"x,y",2,3\n')).toBe(',');
  });
});
