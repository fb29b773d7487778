import fc from 'fast-check';
import { formatAmount, formatMoney, formatMoneyExact, formatMoneyShort, readAmount } from './money';

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

  it('has a true minus sign', () => {
    expect(plain(formatMoney(-150000, 'de'))).toBe('−1.500 €');
    expect(formatMoneyExact(-150000, 'en')).toBe('−€1,500.00');
  });

  it('is abbreviated from 10,000 on in English, where thousands have a letter', () => {
    expect(formatMoneyShort(900000, 'en')).toBe('€9,000');
    expect(formatMoneyShort(3500000, 'en').toLowerCase()).toBe('€35k');
    expect(formatMoneyShort(15000000, 'en').toLowerCase()).toBe('€150k');
  });

  it.each([
    ['de', '1.234,50', 123450],
    ['de', '1234,5', 123450],
    ['de', '1 234 €', 123400],
    ['de', '1.234.567', 123456700],
    ['de', '12.005', 1200500],
    ['de', '12,34', 1234],
    ['de', '-3,10', -310],
    ['de', '−3,10 EUR', -310],
    ['de', '0', 0],
    ['de', '', null],
    ['en', '1,234.50', 123450],
    ['en', '12.5', 1250],
    ['en', '12,005', 1200500],
  ])('in %s is read from "%s"', (locale, text, cents) => {
    expect(readAmount(text, locale)).toEqual({ cents });
  });

  it.each([
    ['de', 'abc', 'no-amount'],
    ['de', '12.00,5', 'no-amount'],
    ['de', '1,2,3', 'no-amount'],
    ['de', '1.2345,6', 'no-amount'],
    ['de', '12.50', 'no-amount'],
    ['de', '99999999999999999', 'no-amount'],
    ['de', '12,005', 'too-many-decimals'],
    ['de', '1.234,567', 'too-many-decimals'],
    ['en', '12,50', 'no-amount'],
    ['en', '12.005', 'too-many-decimals'],
  ])('in %s is not read from "%s"', (locale, text, fault) => {
    expect(readAmount(text, locale)).toEqual({ fault });
  });

  it.each(['de', 'en'])('is the same after it was written and read in %s', (locale) => {
    const cents = fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 });
    fc.assert(
      fc.property(cents, (amount) => {
        const same = { cents: amount === 0 ? 0 : amount };
        expect(readAmount(formatAmount(amount, locale), locale)).toEqual(same);
        expect(readAmount(formatMoneyExact(amount, locale), locale)).toEqual(same);
      }),
    );
  });
});
