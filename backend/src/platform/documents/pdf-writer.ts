import PDFDocument from 'pdfkit';
import type { StructureElement } from 'pdfkit';
import type { Block, PrintedDocument } from './document.js';
import { writeFigure } from './pdf-figure.js';
import { PAGE, PdfPage } from './pdf-page.js';
import { writeFacts, writeTable } from './pdf-table.js';
import { REGULAR, TYPES } from './pdf-type.js';

/**
 * Writes a document as a tagged PDF: its structure (headings, tables with header cells, figures with their meaning in
 * words) is in the file, its fonts too. The same document gives the same bytes.
 */
export async function writePdf(document: PrintedDocument): Promise<Buffer> {
  const made = new Date(document.at);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    subset: 'PDF/UA',
    tagged: true,
    pdfVersion: '1.7',
    displayTitle: true,
    lang: document.language,
    font: REGULAR,
    info: { Title: document.title, Author: document.issuer, CreationDate: made, ModDate: made },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise<Buffer>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.addPage();
  const page = new PdfPage(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  writeSections(page, root, document.blocks);
  root.end();
  const { page: pageWord, of } = document.pageWords;
  page.feet(
    `${document.issuer} · ${document.title}`,
    (number, count) => `${pageWord} ${number} ${of} ${count}`,
  );
  pdf.end();
  return written;
}

/** Every heading of the second level opens a section. */
function writeSections(page: PdfPage, root: StructureElement, blocks: Block[]): void {
  let section = page.element(root, 'Sect');
  blocks.forEach((block, index) => {
    if (block.kind === 'heading' && block.level < 3 && index > 0) {
      section.end();
      section = page.element(root, 'Sect');
    }
    writeBlock(page, section, block);
  });
  section.end();
}

const ABOVE_HEADING = { 1: 0, 2: 14, 3: 4 } as const;

function writeBlock(page: PdfPage, section: StructureElement, block: Block): void {
  switch (block.kind) {
    case 'page-break':
      if (page.y > PAGE.top) page.newPage();
      return;
    case 'heading': {
      const role = `H${block.level}`;
      page.gap(ABOVE_HEADING[block.level]);
      // A heading never stands alone at the end of a page.
      page.need(100);
      writeText(page, section, role, block.text, TYPES[`h${block.level}`]);
      page.y += 3;
      return;
    }
    case 'paragraph':
      writeText(page, section, 'P', block.text, TYPES[block.tone ?? 'text']);
      page.y += 5;
      return;
    case 'list':
      writeList(page, section, block.items);
      page.y += 5;
      return;
    case 'facts':
      if (block.rows.length > 0) writeFacts(page, section, block);
      page.y += 8;
      return;
    case 'table':
      writeTable(page, section, block);
      page.y += 8;
      return;
    case 'figure':
      writeFigure(page, section, block);
      page.y += 6;
  }
}

function writeText(
  page: PdfPage,
  section: StructureElement,
  role: string,
  text: string,
  type: (typeof TYPES)[keyof typeof TYPES],
): void {
  const element = page.element(section, role);
  page.write(element, role, text, type);
  element.end();
}

function writeList(page: PdfPage, section: StructureElement, items: string[]): void {
  const list = page.element(section, 'L');
  for (const text of items) {
    const item = page.element(list, 'LI');
    const label = page.element(item, 'Lbl');
    page.need(TYPES.text.leading);
    page.draw(label, 'Lbl', () => page.lines(['•'], TYPES.text, PAGE.left, page.y));
    page.write(page.element(item, 'LBody'), 'LBody', text, TYPES.text, 12);
  }
  list.end();
}
