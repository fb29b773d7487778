import fc from 'fast-check';
import { NUMBER_STYLES, type NumberStyle } from '../ledger.enums.js';
import { numberStyleOf, readAmount } from './amount.rules.js';

const MARKS: Record<NumberStyle, { group: string; decimal: string }> = {
  german: { group: '.', decimal: ',' },
  international: { group: ',', decimal: '.' },
};

/** Writes cents as a ledger would. */
function written(cents: number, style: NumberStyle, group = MARKS[style].group): string {
  const whole = String(Math.floor(Math.abs(cents) / 100)).replaceAll(/\B(?=(\d{3})+$)/g, group);
  return `${cents < 0 ? '-' : ''}${whole}${MARKS[style].decimal}${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}

const anyCents = fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 });
const anyStyle = fc.constantFrom(...NUMBER_STYLES);

describe('reading an amount', () => {
  it('finds the cents that were written, in either style, with any mark between thousands', () => {
    fc.assert(
      fc.property(
        anyCents,
        anyStyle,
        fc.constantFrom('own', "'", '’', ' ', '\u00a0', ''),
        (cents, style, mark) => {
          const text = written(cents, style, mark === 'own' ? MARKS[style].group : mark);
          expect(readAmount(text, style)).toEqual({ cents: cents === 0 ? 0 : cents });
        },
      ),
    );
  });

  it('finds the cents of a number in a spreadsheet, whatever binary fractions make of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }), (cents) => {
        expect(readAmount(cents / 100, 'german')).toEqual({ cents: cents === 0 ? 0 : cents });
      }),
    );
    expect(readAmount(0.1 + 0.2, 'german')).toEqual({ cents: 30 });
  });

  it('never throws, and never gives cents with a fault', () => {
    fc.assert(
      fc.property(fc.string(), anyStyle, (text, style) => {
        const read = readAmount(text, style);
        expect(read.fault === undefined || read.cents === null).toBe(true);
      }),
    );
  });

  it.each([
    ['1.234,56-', -123_456],
    ['(1.234,56)', -123_456],
    ['−5,00 €', -500],
    ['EUR 12', 1_200],
    ['€ 1.000', 100_000],
    ['1,200', 120],
    ['007,50', 750],
    ['0', 0],
    ['-0,00', 0],
  ])('takes %s as ledgers mean it', (text, cents) => {
    expect(readAmount(text, 'german')).toEqual({ cents });
  });

  it.each([
    ['96,6 %', 'amount-is-percent'],
    ['93,2 % (Kabel) / 100 % (WLAN)', 'amount-is-percent'],
    ['31.12.2024', 'amount-is-date'],
    ['2024-12-31', 'amount-is-date'],
    ['=SUMME(A1:A9)', 'amount-is-formula'],
    ['1,234', 'amount-too-precise'],
    ['1.23.456', 'amount-unreadable'],
    ['12.34', 'amount-unreadable'],
    ["1.234'567", 'amount-unreadable'],
    ['-5-', 'amount-unreadable'],
    ['Betrag', 'amount-unreadable'],
    ['1e9', 'amount-unreadable'],
    ['100.000.000.000,01', 'amount-too-large'],
    ['9'.repeat(40), 'amount-too-large'],
  ])('refuses %s', (text, fault) => {
    expect(readAmount(text, 'german')).toEqual({ cents: null, fault });
  });

  it.each([
    [new Date(), 'amount-is-date'],
    [true, 'amount-unreadable'],
    [Number.NaN, 'amount-unreadable'],
    [12.345, 'amount-too-precise'],
    [1e15, 'amount-too-large'],
  ])('refuses %s of a spreadsheet', (cell, fault) => {
    expect(readAmount(cell, 'german')).toEqual({ cents: null, fault });
  });

  it.each(['', '  ', '-', '–', null])('takes %p as nothing said', (cell) => {
    expect(readAmount(cell, 'german')).toEqual({ cents: null });
  });
});

describe('the style of numbers', () => {
  it('is the one in which they were written, once one of them can be read in one way only', () => {
    fc.assert(
      fc.property(anyStyle, fc.array(anyCents, { minLength: 1 }), (style, amounts) => {
        const cells = amounts.map((cents) => written(cents, style));
        expect(numberStyleOf(cells)).toBe(style);
      }),
    );
  });

  it('is German when nothing decides', () => {
    expect(numberStyleOf(['1.234', '500', 'Ist', 12.5, null])).toBe('german');
  });
});
