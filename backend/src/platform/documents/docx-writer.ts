import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Column, PrintedDocument } from './document.js';

/** Width of the text on A4 with margins of 2 cm, in twentieths of a point. */
const TEXT_WIDTH = 9638;
const MARGIN = 1134;
const BULLETS = 'bullets';

/**
 * Writes a document for Word: headings with outline levels, tables with header rows, the language set. A figure becomes
 * its meaning in words.
 */
export async function writeDocx(document: PrintedDocument): Promise<Buffer> {
  const { page, of } = document.pageWords;
  const file = new Document({
    title: document.title,
    creator: document.issuer,
    lastModifiedBy: document.issuer,
    styles: styles(document.language),
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({
                    size: 16,
                    children: [
                      `${document.issuer} · ${page} `,
                      PageNumber.CURRENT,
                      ` ${of} `,
                      PageNumber.TOTAL_PAGES,
                    ],
                  }),
                ],
              }),
            ],
          }),
        },
        children: document.blocks.flatMap(written),
      },
    ],
  });
  return Packer.toBuffer(file);
}

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

function written(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true })];
    case 'heading':
      return [
        new Paragraph({ heading: HEADINGS[block.level], keepNext: true, children: runs(block.text, {}) }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          spacing: { after: 100 },
          children: runs(block.text, {
            bold: block.tone === 'strong',
            ...(block.tone === 'small' ? { size: 17 } : {}),
          }),
        }),
      ];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: runs(item, {}) }),
      );
    case 'figure':
      return [new Paragraph({ spacing: { after: 100 }, children: runs(block.alternative, {}) })];
    case 'facts':
      if (block.rows.length === 0) return [];
      return [
        table(
          [
            { heading: '', share: 30 },
            { heading: '', share: 70 },
          ],
          block.rows.map(({ name, text }) => [name, text]),
        ),
        spaceAfter(),
      ];
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [caption(block.caption)]),
        table(block.columns, block.rows, { head: true }),
        spaceAfter(),
      ];
  }
}

function caption(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 80, after: 60 },
    children: runs(text, { bold: true }),
  });
}

function spaceAfter(): Paragraph {
  return new Paragraph({ spacing: { after: 60 } });
}

function table(columns: Column[], rows: string[][], { head = false } = {}): Table {
  const sum = columns.reduce((all, { share }) => all + share, 0);
  const widths = columns.map(({ share }) => Math.round((TEXT_WIDTH * share) / sum));
  const row = (texts: string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: isHead,
      children: columns.map(
        ({ align }, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: [
              new Paragraph({
                alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: runs(texts[index] ?? '', { size: 18, bold: isHead || (!head && index === 0) }),
              }),
            ],
          }),
      ),
    });
  const thin = { style: BorderStyle.SINGLE, size: 4, color: 'C3C9CE' };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: thin,
      bottom: thin,
      left: thin,
      right: thin,
      insideHorizontal: thin,
      insideVertical: thin,
    },
    rows: [
      ...(head
        ? [
            row(
              columns.map(({ heading }) => heading),
              true,
            ),
          ]
        : []),
      ...rows.map((texts) => row(texts, false)),
    ],
  });
}

/** Line breaks of the text become line breaks of the paragraph. */
function runs(text: string, look: { bold?: boolean; size?: number }): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

function styles(language: string) {
  const heading = (size: number, outlineLevel: number, before: number) => ({
    run: { size, bold: true, color: '171A1C' },
    paragraph: { outlineLevel, spacing: { before, after: 80 } },
  });
  return {
    default: {
      document: { run: { font: 'Arial', size: 20, language: { value: language } } },
      heading1: heading(34, 0, 0),
      heading2: heading(26, 1, 240),
      heading3: heading(22, 2, 160),
    },
  };
}
