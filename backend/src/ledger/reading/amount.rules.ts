import type { NumberStyle, RowFault } from '../ledger.enums.js';

/** What stands in a cell: text as it is in the file; a spreadsheet also has numbers, days and truths. */
export type Cell = string | number | boolean | Date | null;

/** What a cell says as an amount: whole cents, nothing, or why it is none. */
export type ReadAmount =
  | { cents: number; fault?: undefined }
  | { cents: null; fault?: undefined }
  | { cents: null; fault: RowFault };

/** Source: domain.md, Money: up to 100 billion euro. */
const MOST_CENTS = 10_000_000_000_000;
/** So far from a whole cent a number of a spreadsheet may be: what sums of binary fractions leave behind. */
const NOISE_CENTS = 0.001;
const PATTERNS: Record<NumberStyle, RegExp> = {
  german: /^(\d{1,3}(?:([. '’])\d{3}(?:\2\d{3})*)?|\d+)(?:,(\d+))?$/,
  international: /^(\d{1,3}(?:([, '’])\d{3}(?:\2\d{3})*)?|\d+)(?:\.(\d+))?$/,
};
const DATE = /^(?:\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})|\d{4}-\d\d-\d\d(?:[T ].*)?|\d{1,2}\/\d{1,2}\/\d{2,4})$/;

/**
 * Reads an amount in euro. Nothing is guessed: a separator in the wrong place is a fault, because a wrong guess is wrong
 * by a factor of 1000. A minus may stand behind the number, as ledgers write it, or be a pair of brackets.
 */
export function readAmount(cell: Cell, style: NumberStyle): ReadAmount {
  if (cell === null) return { cents: null };
  if (cell instanceof Date) return { cents: null, fault: 'amount-is-date' };
  if (typeof cell === 'boolean') return { cents: null, fault: 'amount-unreadable' };
  return typeof cell === 'number' ? ofNumber(cell) : ofText(cell, style);
}

function ofNumber(euros: number): ReadAmount {
  const cents = Math.round(euros * 100);
  if (!Number.isFinite(euros)) return { cents: null, fault: 'amount-unreadable' };
  if (Math.abs(cents) > MOST_CENTS) return { cents: null, fault: 'amount-too-large' };
  if (Math.abs(euros * 100 - cents) > NOISE_CENTS) return { cents: null, fault: 'amount-too-precise' };
  return { cents: cents === 0 ? 0 : cents };
}

function ofText(text: string, style: NumberStyle): ReadAmount {
  const plain = plainOf(text);
  if (/^[-–—]?$/.test(plain)) return { cents: null };
  if (plain.includes('%')) return { cents: null, fault: 'amount-is-percent' };
  if (plain.startsWith('=')) return { cents: null, fault: 'amount-is-formula' };
  if (DATE.test(plain)) return { cents: null, fault: 'amount-is-date' };
  const { body, isNegative } = unsigned(withoutCurrency(plain));
  const [, whole, , decimals = ''] = PATTERNS[style].exec(body) ?? [];
  if (whole === undefined) return { cents: null, fault: 'amount-unreadable' };
  if (/[1-9]/.test(decimals.slice(2))) return { cents: null, fault: 'amount-too-precise' };
  const euros = whole.replaceAll(/\D/g, '').replace(/^0+/, '');
  if (euros.length > 12) return { cents: null, fault: 'amount-too-large' };
  const cents = Number(euros) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
  if (cents > MOST_CENTS) return { cents: null, fault: 'amount-too-large' };
  return { cents: isNegative && cents !== 0 ? -cents : cents };
}

function plainOf(text: string): string {
  return text.replaceAll(/[\s\u00A0\u2007\u2009\u202F]+/g, ' ').trim();
}

function withoutCurrency(text: string): string {
  return text
    .replace(/^([-−+(]?) ?(?:€|EUR) ?/i, '$1')
    .replace(/ ?(?:€|EUR) ?([-−)]?)$/i, '$1')
    .trim();
}

function unsigned(text: string): { body: string; isNegative: boolean } {
  const [, inBrackets] = /^\((.+)\)$/.exec(text) ?? [];
  if (inBrackets !== undefined) return { body: inBrackets.trim(), isNegative: true };
  const [, before = '', body = '', after = ''] = /^([-−+]?) ?(.*?) ?([-−]?)$/.exec(text) ?? [];
  // Two signs are none: nobody knows what they mean together.
  if (before !== '' && after !== '') return { body: text, isNegative: false };
  return { body, isNegative: /[-−]/.test(before + after) };
}

/**
 * Says how the amounts of some cells are written. A cell that both styles read alike, or that only one could mean,
 * such as 1.234, decides nothing or little; German when nothing decides.
 */
export function numberStyleOf(cells: Iterable<Cell>): NumberStyle {
  let german = 0;
  let international = 0;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const plain = unsigned(withoutCurrency(plainOf(cell))).body;
    if (/^\d{1,3}(\.\d{3}){2,}$|^\d{1,3}(\.\d{3})+,\d+$|^\d+,\d{1,2}$/.test(plain)) german += 1;
    else if (/^\d{1,3}(,\d{3}){2,}$|^\d{1,3}(,\d{3})+\.\d+$|^\d+\.\d{1,2}$/.test(plain)) international += 1;
  }
  return international > german ? 'international' : 'german';
}
