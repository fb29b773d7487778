import type { Delimiter, Encoding, NumberStyle } from '../ledger.enums.js';

/** How a file is written, and where its table begins. */
export interface LedgerFormat {
  /** Of text files alone. */
  encoding: Encoding;
  delimiter: Delimiter;
  numbers: NumberStyle;
  /** Of workbooks alone; counted from 1. */
  sheet: number;
  /** The row with the headings, counted from 1 as spreadsheets do. */
  headerRow: number;
}

/** What was found in a file. */
export interface DetectedFormat extends LedgerFormat {
  /** Its encoding is marked at the beginning of the file, rather than told from its bytes. */
  isMarked: boolean;
}
