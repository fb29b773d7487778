/** What is used of pdfkit, which brings no types. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  class StructureElement {
    add(child: StructureElement | StructureContent): this;
    end(): void;
  }
  class StructureContent {
    private readonly refs: unknown[];
  }
  interface StructureOptions {
    alt?: string;
    scope?: 'Row' | 'Column';
    bbox?: [number, number, number, number];
  }
  interface PdfOptions {
    size: 'A4';
    margin: number;
    bufferPages: boolean;
    autoFirstPage: boolean;
    subset: 'PDF/UA';
    tagged: boolean;
    pdfVersion: '1.7';
    displayTitle: boolean;
    lang: string;
    font: string;
    info: { Title: string; Author: string; CreationDate: Date; ModDate: Date };
  }
  export default class PDFDocument extends Readable {
    constructor(options: PdfOptions);
    font(name: string): this;
    fontSize(size: number): this;
    widthOfString(text: string): number;
    addPage(): this;
    switchToPage(page: number): unknown;
    bufferedPageRange(): { start: number; count: number };
    text(text: string, x: number, y: number, options: { lineBreak: false }): this;
    save(): this;
    restore(): this;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    lineWidth(width: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    circle(x: number, y: number, radius: number): this;
    polygon(...points: [number, number][]): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    fill(): this;
    stroke(): this;
    struct(type: string, options?: StructureOptions): StructureElement;
    addStructure(element: StructureElement): this;
    markStructureContent(type: string): StructureContent;
    markContent(type: 'Artifact', options: { type: 'Pagination' | 'Layout' }): this;
    endMarkedContent(): this;
    end(): void;
  }
  export type { StructureElement };
}
