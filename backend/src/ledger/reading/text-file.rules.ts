import type { Delimiter, Encoding, FileType } from '../ledger.enums.js';

/** Why a file can't be read at all. */
export type FileFault = 'file-empty' | 'file-binary' | 'file-old-excel' | 'file-no-table';

/** What the first bytes of a file say about it. */
export interface FirstLook {
  type: FileType;
  fault: FileFault | null;
  /** The encoding that a mark at the beginning names. */
  marked: Encoding | null;
}

const LOOKED_AT = 65_536;

/** Looks at the beginning of a file: bytes that no text has make it a binary file. */
export function firstLook(head: Uint8Array): FirstLook {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (head.length === 0) return { type: 'csv', fault: 'file-empty', marked: null };
  if (starts(0x50, 0x4b, 0x03, 0x04)) return { type: 'xlsx', fault: null, marked: null };
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return { type: 'csv', fault: 'file-old-excel', marked: null };
  if (starts(0xff, 0xfe)) return { type: 'csv', fault: null, marked: 'utf-16le' };
  const marked = starts(0xef, 0xbb, 0xbf) ? 'utf-8' : null;
  const isBinary = head.subarray(0, LOOKED_AT).some(isControl) || starts(0x25, 0x50, 0x44, 0x46);
  return { type: 'csv', fault: isBinary ? 'file-binary' : null, marked };
}

/** Control characters apart from tab, line ends, form feed and the end mark of old files. */
function isControl(byte: number): boolean {
  return byte < 32 && ![9, 10, 12, 13, 26].includes(byte);
}

/** What comes first counts when two fit alike: German spreadsheets write semicolons, and commas within amounts. */
const LIKELY: readonly Delimiter[] = [';', '\t', '|', ','];

/** Says what divides the cells of a text. */
export function delimiterOf(text: string): Delimiter {
  const lines = linesOf(text);
  let best: { delimiter: Delimiter; fit: number } = { delimiter: ';', fit: 0 };
  for (const delimiter of LIKELY) {
    const fit = fitOf(lines.map((line) => countOf(line, delimiter)));
    if (fit > best.fit) best = { delimiter, fit };
  }
  return best.delimiter;
}

/** How evenly lines are divided, 0 to 1; by nothing at all: 0. */
function fitOf(counts: readonly number[]): number {
  const used = counts.filter((count) => count > 0);
  if (used.length === 0) return 0;
  const times = new Map<number, number>();
  for (const count of used) times.set(count, (times.get(count) ?? 0) + 1);
  return Math.max(...times.values()) / counts.length;
}

function countOf(line: string, delimiter: Delimiter): number {
  let count = 0;
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) count += 1;
  }
  return count;
}

/** Full lines with something in them; the last one may have been cut off. */
function linesOf(text: string): string[] {
  const lines = text.slice(0, LOOKED_AT).split(/\r\n|\r|\n/);
  if (lines.length > 1) lines.pop();
  return lines.filter((line) => line.trim() !== '').slice(0, 200);
}
