/**
 * What a printed document says, apart from how it is written: one model, several writers. Text may hold line breaks.
 */
export interface PrintedDocument {
  title: string;
  /** Language of the text, e.g. `de-DE`. */
  language: string;
  /** Who issues it: shown in the file's properties and at the foot of each page. */
  issuer: string;
  /** The instant that the document speaks of, ISO in UTC: the file says it was made then, so it can be made again. */
  at: string;
  /** The word before a page's number, e.g. `Seite`, and the one before their count, e.g. `von`. */
  pageWords: { page: string; of: string };
  blocks: Block[];
}

export type Block = Heading | Paragraph | List | Facts | Table | Figure | PageBreak;

export interface Heading {
  kind: 'heading';
  level: 1 | 2 | 3;
  text: string;
}

export interface Paragraph {
  kind: 'paragraph';
  text: string;
  /** `strong` is set in bold, `small` is a remark. */
  tone?: 'strong' | 'small';
}

export interface List {
  kind: 'list';
  items: string[];
}

/** Names with what they say, as a table with a row header each. */
export interface Facts {
  kind: 'facts';
  rows: Fact[];
}

export interface Fact {
  name: string;
  text: string;
}

export interface Table {
  kind: 'table';
  /** What the table shows; read to people who can not see it, printed above it. A heading right above may say it instead. */
  caption?: string;
  columns: Column[];
  /** As many cells as columns; the first cell of each row names the row. */
  rows: string[][];
}

export interface Column {
  heading: string;
  /** Share of the width, compared with the other columns. */
  share: number;
  align?: 'left' | 'right';
}

/** A small drawing in points, the origin in the upper left corner. */
export interface Figure {
  kind: 'figure';
  /** What the drawing says, in words: it says nothing beyond them. */
  alternative: string;
  width: number;
  height: number;
  shapes: Shape[];
}

export type Tone = 'green' | 'amber' | 'red' | 'grey' | 'ink';

export type Shape =
  | { shape: 'circle'; x: number; y: number; radius: number; tone: Tone }
  | { shape: 'polygon'; points: [number, number][]; tone: Tone }
  | { shape: 'line'; from: [number, number]; to: [number, number]; tone: Tone }
  | { shape: 'text'; x: number; y: number; text: string; tone: Tone };

export interface PageBreak {
  kind: 'page-break';
}

/** Writes boxes with their labels, one a line: the checked ones crossed. */
export function boxes(items: { label: string; checked: boolean }[]): string {
  return items.map(({ label, checked }) => `${checked ? '☒' : '☐'} ${label}`).join('\n');
}
