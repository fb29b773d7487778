/** Money is whole euro cents everywhere; this file alone turns it into text and back. */
const regions: Record<string, string> = { de: 'de-DE', en: 'en-GB' };

function euro(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return new Intl.NumberFormat(regions[locale] ?? locale, { style: 'currency', currency: 'EUR', ...options });
}

/** 1.234.567 €; cents only where there are some. */
export function formatMoney(cents: number, locale: string): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return euro(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(cents / 100);
}

/** 1.234.567,00 € */
export function formatMoneyExact(cents: number, locale: string): string {
  return euro(locale, {}).format(cents / 100);
}

/** 1,2 Mio. €; below 100,000 euro the whole amount without cents. */
export function formatMoneyShort(cents: number, locale: string): string {
  if (Math.abs(cents) < 10_000_000) return euro(locale, { maximumFractionDigits: 0 }).format(cents / 100);
  return euro(locale, { notation: 'compact', maximumSignificantDigits: 3 }).format(cents / 100);
}

/** 1.234,50: for input fields. */
export function formatAmount(cents: number, locale: string): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const format = new Intl.NumberFormat(regions[locale] ?? locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(cents / 100);
}

/**
 * Reads what people type: „1.234.567,50", „1234,5", „1 234 €". The last separator with one or two digits after it is
 * the decimal one. Returns whole cents, or null when it is no amount.
 */
export function parseMoney(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00A0\u202F€]/g, '');
  const parts = /^(-?)(\d{1,3}(?:[.,']?\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(plain);
  if (parts === null) return null;
  const whole = (parts[2] ?? '').replaceAll(/\D/g, '');
  const cents = Number(whole) * 100 + Number((parts[3] ?? '').padEnd(2, '0'));
  return parts[1] === '-' ? -cents : cents;
}
