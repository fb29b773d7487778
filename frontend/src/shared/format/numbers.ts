const regions: Record<string, string> = { de: 'de-DE', en: 'en-GB' };

/** Intl writes a hyphen before negative numbers in most languages; this puts the minus sign there. */
export function trueMinus(text: string): string {
  return text.replace('-', '\u2212');
}

/** 1.234,5 */
export function formatNumber(value: number, locale: string, digits = 0): string {
  const format = new Intl.NumberFormat(regions[locale] ?? locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return trueMinus(format.format(value));
}

/** 45 %; the value is 0 to 100. */
export function formatPercent(value: number, locale: string): string {
  const format = new Intl.NumberFormat(regions[locale] ?? locale, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  return trueMinus(format.format(value / 100));
}

/** +34 / −12 / ±0, with a real minus sign. */
export function formatSigned(value: number, locale: string): string {
  return trueMinus(
    new Intl.NumberFormat(regions[locale] ?? locale, { signDisplay: 'exceptZero' }).format(value),
  );
}
