import fc from 'fast-check';
import { formatAmount, formatMoney, formatMoneyShort, parseMoney } from './money';

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('an amount of money', () => {
  it('shows cents only where there are some', () => {
    expect(plain(formatMoney(123456700, 'de'))).toBe('1.234.567 €');
    expect(plain(formatMoney(123456750, 'de'))).toBe('1.234.567,50 €');
  });

  it('is short in millions', () => {
    expect(plain(formatMoneyShort(123456700, 'de'))).toBe('1,23 Mio. €');
    expect(plain(formatMoneyShort(4500000, 'de'))).toBe('45.000 €');
  });

  it.each([
    ['1.234,50', 123450],
    ['1234,5', 123450],
    ['1 234 €', 123400],
    ['1.234.567', 123456700],
    ['12,34', 1234],
    ['-3,10', -310],
    ['0', 0],
  ])('is read from "%s"', (text, cents) => {
    expect(parseMoney(text)).toBe(cents);
  });

  it.each(['', 'viel', '1,2,3', '1.2345,6', '12,345,67,8'])('is not read from "%s"', (text) => {
    expect(parseMoney(text)).toBeNull();
  });

  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 }), (cents) => {
        expect(parseMoney(formatAmount(cents, 'de'))).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });
});
