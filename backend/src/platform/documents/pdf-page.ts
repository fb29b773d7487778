import type PDFDocument from 'pdfkit';
import type { StructureElement } from 'pdfkit';
import type { Tone } from './document.js';
import { type Type, TYPES, TypeSetter } from './pdf-type.js';

/** A4 with its margins, in points; the lowest line is that of the page's number. */
export const PAGE = { left: 56, top: 44, width: 483, bottom: 790, foot: 806 } as const;

export const COLOURS: Record<Tone, string> = {
  green: '#1b7f3b',
  amber: '#b86e00',
  red: '#b3261e',
  grey: '#6b7280',
  ink: '#171a1c',
};
const RULE = '#c3c9ce';

/** Where on which page the next thing goes, and what of it belongs to which part of the structure. */
export class PdfPage {
  y: number = PAGE.top;
  readonly type: TypeSetter;

  constructor(readonly pdf: PDFDocument) {
    this.type = new TypeSetter(pdf);
  }

  /** Adds an element to the structure; what is drawn for it comes with `draw`. */
  element(
    parent: StructureElement,
    role: string,
    options: { alt?: string; scope?: 'Row' | 'Column' } = {},
  ): StructureElement {
    const element = this.pdf.struct(role, options);
    parent.add(element);
    return element;
  }

  /** Draws something as the content of an element. */
  draw(element: StructureElement, role: string, work: () => void): void {
    const content = this.pdf.markStructureContent(role);
    work();
    this.pdf.endMarkedContent();
    element.add(content);
  }

  /** Draws something that means nothing: lines, page numbers. */
  ornament(kind: 'Pagination' | 'Layout', work: () => void): void {
    this.pdf.markContent('Artifact', { type: kind });
    work();
    this.pdf.endMarkedContent();
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = PAGE.top;
  }

  /** Goes to a new page when less than this is left. */
  need(height: number): void {
    if (this.y + height > PAGE.bottom && this.y > PAGE.top) this.newPage();
  }

  gap(height: number): void {
    if (this.y > PAGE.top) this.y += height;
  }

  /** Writes a text over as many pages as it needs. */
  write(element: StructureElement, role: string, text: string, type: Type, indent = 0): void {
    const lines = this.type.lines(text, type, PAGE.width - indent);
    while (lines.length > 0) {
      this.need(type.leading);
      const fit = Math.max(1, Math.floor((PAGE.bottom - this.y) / type.leading));
      const now = lines.splice(0, fit);
      this.draw(element, role, () => this.lines(now, type, PAGE.left + indent, this.y));
      this.y += now.length * type.leading;
    }
  }

  /** Sets lines under one another; right-aligned ones end at `right`. */
  lines(lines: string[], type: Type, x: number, y: number, right?: number): void {
    this.type.use(type);
    this.pdf.fillColor(COLOURS.ink);
    lines.forEach((line, index) => {
      if (line === '') return;
      const at = right === undefined ? x : right - this.type.widthOf(line, type);
      this.pdf.text(line, at, y + index * type.leading, { lineBreak: false });
    });
  }

  rule(y: number): void {
    this.ornament('Layout', () => {
      this.pdf
        .lineWidth(0.5)
        .strokeColor(RULE)
        .moveTo(PAGE.left, y)
        .lineTo(PAGE.left + PAGE.width, y)
        .stroke();
    });
  }

  /** Writes the foot of every page, when their number is known. */
  feet(left: string, page: (number: number, count: number) => string): void {
    const { count } = this.pdf.bufferedPageRange();
    const [line = ''] = this.type.lines(left, TYPES.small, PAGE.width - 90);
    for (let index = 0; index < count; index += 1) {
      this.pdf.switchToPage(index);
      this.ornament('Pagination', () => {
        this.lines([line], TYPES.small, PAGE.left, PAGE.foot);
        this.lines([page(index + 1, count)], TYPES.small, 0, PAGE.foot, PAGE.left + PAGE.width);
      });
    }
  }
}
