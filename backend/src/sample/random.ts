/** Deterministic pseudo-random numbers (mulberry32): the same seed gives the same sequence on every machine. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from 0 to 2³² − 1. */
  uint32(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A whole number between two bounds, both included. */
  between(low: number, high: number): number {
    return low + (this.uint32() % (high - low + 1));
  }

  /** True in so many percent of the cases. */
  chance(percent: number): boolean {
    return this.uint32() % 100 < percent;
  }

  /** One of the items. @throws RangeError for an empty list */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.uint32() % items.length];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }
}

/** Mixes whole numbers into a seed. */
export function seedOf(...parts: readonly number[]): number {
  let mixed = 0x811c9dc5;
  for (const part of parts) {
    mixed = Math.imul(mixed ^ (part >>> 0), 0x01000193);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    mixed ^= mixed >>> 12;
  }
  return mixed >>> 0;
}
