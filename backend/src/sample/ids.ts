import { Random, seedOf } from './random.js';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Hands out the ids of one project and its parts: uuid of version 7, the same ones for the same seed. */
export class Ids {
  private readonly random: Random;
  private readonly timePart: string;

  constructor(seed: number, ordinal: number, milliseconds: number) {
    this.random = new Random(seedOf(seed, ordinal, 0x1d5));
    // A time of its own for each project: 32 bits of state are too few to keep 100,000 sequences apart.
    const time = (milliseconds + ordinal).toString(16).padStart(12, '0');
    this.timePart = `${time.slice(0, 8)}-${time.slice(8)}-7`;
  }

  /** The next id; the first one of a project is its own. */
  next(): string {
    const first = hex32(this.random.uint32());
    const second = hex32(this.random.uint32());
    const third = hex32(this.random.uint32());
    return `${this.timePart}${first.slice(0, 3)}-8${first.slice(3, 6)}-${second}${third.slice(0, 4)}`;
  }
}

function hex32(value: number): string {
  return `${byteOf(value, 24)}${byteOf(value, 16)}${byteOf(value, 8)}${byteOf(value, 0)}`;
}

function byteOf(value: number, shift: number): string {
  return HEX[(value >>> shift) & 0xff] ?? '00';
}
