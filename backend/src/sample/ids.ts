import { Random, seedOf } from './random.js';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Hands out the ids of one project and its parts: uuid of version 7, the same ones for the same seed. */
export class Ids {
  private readonly random: Random;

  constructor(
    seed: number,
    ordinal: number,
    private readonly milliseconds: number,
  ) {
    this.random = new Random(seedOf(seed, ordinal, 0x1d5));
  }

  /** The next id; the first one of a project is its own. */
  next(): string {
    const time = this.milliseconds.toString(16).padStart(12, '0');
    const first = hex32((this.random.uint32() & 0x0fffffff) | 0x70000000).slice(0, 4);
    const second = hex32((this.random.uint32() & 0x3fffffff) | 0x80000000);
    const third = hex32(this.random.uint32());
    return `${time.slice(0, 8)}-${time.slice(8)}-${first}-${second.slice(0, 4)}-${second.slice(4)}${third}`;
  }
}

function hex32(value: number): string {
  return `${byteOf(value, 24)}${byteOf(value, 16)}${byteOf(value, 8)}${byteOf(value, 0)}`;
}

function byteOf(value: number, shift: number): string {
  return HEX[(value >>> shift) & 0xff] ?? '00';
}
