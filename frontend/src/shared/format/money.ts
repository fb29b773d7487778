import { trueMinus } from './numbers';

/** Money is whole euro cents everywhere; this file alone turns it into text and back. */
const regions: Record<string, string> = { de: 'de-DE', en: 'en-GB' };

function written(cents: number, locale: string, options: Intl.NumberFormatOptions): string {
  return trueMinus(new Intl.NumberFormat(regions[locale] ?? locale, options).format(cents / 100));
}

function euro(cents: number, locale: string, options: Intl.NumberFormatOptions): string {
  return written(cents, locale, { style: 'currency', currency: 'EUR', ...options });
}

/** 1.234.567 €; cents only where there are some. */
export function formatMoney(cents: number, locale: string): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return euro(cents, locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** 1.234.567,00 € */
export function formatMoneyExact(cents: number, locale: string): string {
  return euro(cents, locale, {});
}

/**
 * 1,2 Mio. €; smaller amounts whole, without cents. English also abbreviates thousands, so there all amounts from
 * 10,000 euro on are short, or €35,000 would stand beside €150k.
 */
export function formatMoneyShort(cents: number, locale: string): string {
  const shortFrom = locale === 'de' ? 10_000_000 : 1_000_000;
  if (Math.abs(cents) < shortFrom) return euro(cents, locale, { maximumFractionDigits: 0 });
  return euro(cents, locale, { notation: 'compact', maximumSignificantDigits: 3 });
}

/** 1.234,50: for input fields. */
export function formatAmount(cents: number, locale: string): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return written(cents, locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Why a text is no amount. */
export type AmountFault = 'no-amount' | 'too-many-decimals';

/** What a text says: whole cents, null where nothing stands, or why it can't be read. */
export type ReadAmount =
  { cents: number | null; fault?: undefined } | { cents?: undefined; fault: AmountFault };

const number = { de: amountPattern('.', ','), en: amountPattern(',', '.') };

/**
 * Reads what people type in their language: „1.234.567,50", „1234,5", „1 234 €" in German, „1,234.50" in English.
 * Nothing is guessed: a separator in the wrong place is a fault, because a wrong guess is wrong by a factor of 1000.
 */
export function readAmount(text: string, locale: string): ReadAmount {
  const plain = text
    .replaceAll(/[\s\u00A0\u202F]/g, ' ')
    .replace(/€|\bEUR\b/i, '')
    .trim();
  if (plain === '') return { cents: null };
  const parts = (locale === 'de' ? number.de : number.en).exec(plain);
  if (parts === null) return { fault: 'no-amount' };
  const decimals = parts[3] ?? '';
  if (decimals.length > 2) return { fault: 'too-many-decimals' };
  const whole = (parts[2] ?? '').replaceAll(/\D/g, '');
  const cents = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (!Number.isSafeInteger(cents)) return { fault: 'no-amount' };
  return { cents: parts[1] !== '' && cents !== 0 ? -cents : cents };
}

/** Sign, whole euros (thousands in groups of three or not at all), decimals. */
function amountPattern(group: string, decimal: string): RegExp {
  const groups = `\\d{1,3}(?:\\${group}\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+`;
  return new RegExp(`^([-−]?) ?(${groups})(?:\\${decimal}(\\d*))?$`);
}
