/** Σ values·x ≤ limit in whole numbers, with what has no value left out. */
export interface UpperRow {
  /** By column. */
  values: readonly number[];
  limit: number;
}

/** Largest limit that a row has in the solver: a deviation of 1e-9 in a column is then far below 1. */
const LARGEST_LIMIT = 10_000_000;

/** Greatest common divisor; 0 of no number but 0. */
export function gcdOf(values: Iterable<number>): number {
  let gcd = 0;
  for (const value of values) {
    let [a, b] = [gcd, value];
    while (b !== 0) [a, b] = [b, a % b];
    gcd = a;
  }
  return gcd;
}

/**
 * Divides a row by what all its values have in common, and, where numbers are still large, by more, rounding down on
 * both sides: every set that keeps the row keeps the scaled one too, since ⌊Σ⌋ ≥ Σ⌊⌋. What it lets through besides is
 * found by counting and cut off.
 */
export function scaleRow({ values, limit }: UpperRow): UpperRow {
  const unit = gcdOf(values) || 1;
  const units = Math.floor(limit / unit);
  const step = Math.max(1, Math.ceil(units / LARGEST_LIMIT));
  return {
    values: values.map((value) => Math.floor(value / unit / step)),
    limit: Math.floor(units / step),
  };
}

/**
 * Of a set that breaks a row: columns of which one at least has to go, as few as it takes. Whatever weighs as much as
 * the heaviest of them may stand in for any of them, so it belongs to the same cut.
 *
 * @returns the columns of the cut Σx ≤ `limit`
 */
export function coverOf(row: UpperRow, chosen: Iterable<number>): { columns: number[]; limit: number } {
  const heaviest = [...chosen].sort((a, b) => (row.values[b] ?? 0) - (row.values[a] ?? 0) || a - b);
  const cover: number[] = [];
  let sum = 0;
  for (const column of heaviest) {
    if (sum > row.limit) break;
    cover.push(column);
    sum += row.values[column] ?? 0;
  }
  const top = row.values[cover[0] ?? 0] ?? 0;
  const standIns = row.values.flatMap((value, column) =>
    value >= top && !cover.includes(column) ? [column] : [],
  );
  return { columns: [...cover, ...standIns], limit: cover.length - 1 };
}
