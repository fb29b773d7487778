import { fileURLToPath } from 'node:url';
import type PDFDocument from 'pdfkit';

export const REGULAR = fileURLToPath(
  new URL('../../../../backend/data/fonts/DejaVuSansCondensed.ttf', import.meta.url),
);
const BOLD = fileURLToPath(
  new URL('../../../../backend/data/fonts/DejaVuSansCondensed-Bold.ttf', import.meta.url),
);

/** By their files: under a name of our own pdfkit would read the file of its first font again at every use. */
const FONTS = { regular: REGULAR, bold: BOLD } as const;

/** How a piece of text is set. */
export interface Type {
  font: keyof typeof FONTS;
  size: number;
  /** Distance of two base lines in points. */
  leading: number;
}

export const TYPES = {
  h1: { font: 'bold', size: 18, leading: 24 },
  h2: { font: 'bold', size: 13, leading: 18 },
  h3: { font: 'bold', size: 10.5, leading: 15 },
  text: { font: 'regular', size: 9.5, leading: 13 },
  strong: { font: 'bold', size: 9.5, leading: 13 },
  small: { font: 'regular', size: 8, leading: 11 },
  cell: { font: 'regular', size: 8.5, leading: 10.5 },
  head: { font: 'bold', size: 8.5, leading: 10.5 },
} as const satisfies Record<string, Type>;

/** Breaks text into lines that fit; every word is measured once. */
export class TypeSetter {
  private readonly widths = new Map<string, number>();

  constructor(private readonly pdf: PDFDocument) {}

  use(type: Type): void {
    this.pdf.font(FONTS[type.font]).fontSize(type.size);
  }

  widthOf(text: string, type: Type): number {
    const key = `${type.font} ${type.size} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    this.use(type);
    const width = this.pdf.widthOfString(text);
    this.widths.set(key, width);
    return width;
  }

  /** The lines of a text; a word that is wider than the line is cut where it ends. */
  lines(text: string, type: Type, width: number): string[] {
    return text.split('\n').flatMap((paragraph) => this.wrap(paragraph.trimEnd(), type, width));
  }

  private wrap(paragraph: string, type: Type, width: number): string[] {
    const space = this.widthOf(' ', type);
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const word of paragraph.split(/[ \t]+/).flatMap((whole) => this.pieces(whole, type, width))) {
      const wide = this.widthOf(word, type);
      if (line !== '' && used + space + wide > width) {
        lines.push(line);
        line = word;
        used = wide;
      } else {
        used += line === '' ? wide : space + wide;
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    return [...lines, line];
  }

  private pieces(word: string, type: Type, width: number): string[] {
    if (this.widthOf(word, type) <= width) return [word];
    const pieces: string[] = [];
    let piece = '';
    let used = 0;
    for (const sign of word) {
      const wide = this.widthOf(sign, type);
      if (piece !== '' && used + wide > width) {
        pieces.push(piece);
        piece = '';
        used = 0;
      }
      piece += sign;
      used += wide;
    }
    return [...pieces, piece];
  }
}
