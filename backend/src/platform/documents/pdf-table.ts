import type { StructureElement } from 'pdfkit';
import type { Facts, Table } from './document.js';
import { PAGE, type PdfPage } from './pdf-page.js';
import { type Type, TYPES } from './pdf-type.js';

/** Space around the text of a cell. */
const PAD = { side: 4, top: 1.25 } as const;

interface Cell {
  role: 'TH' | 'TD';
  scope?: 'Row' | 'Column';
  text: string;
  type: Type;
  x: number;
  width: number;
  align: 'left' | 'right';
}

/** Writes a table under its caption; its head is said once and repeated for the eye on every page. */
export function writeTable(page: PdfPage, parent: StructureElement, table: Table): void {
  page.need(60);
  const element = page.element(parent, 'Table');
  if (table.caption !== undefined) {
    page.write(page.element(element, 'Caption'), 'Caption', table.caption, TYPES.strong);
    page.y += 2;
  }
  const columns = spread(table.columns.map(({ share }) => share));
  const cells = (texts: string[], head: boolean): Cell[] =>
    columns.map(({ x, width }, index) => ({
      ...(head
        ? { role: 'TH', scope: 'Column' as const }
        : index === 0
          ? { role: 'TH', scope: 'Row' as const }
          : { role: 'TD' }),
      text: texts[index] ?? '',
      type: head ? TYPES.head : TYPES.cell,
      x,
      width,
      align: table.columns[index]?.align ?? 'left',
    }));
  const head = cells(
    table.columns.map(({ heading }) => heading),
    true,
  );
  writeRow(page, element, head, () => undefined);
  for (const row of table.rows) {
    writeRow(page, element, cells(row, false), () => repeatHead(page, head));
  }
  element.end();
}

/** Writes names and what they say as a table of two columns. */
export function writeFacts(page: PdfPage, parent: StructureElement, { rows }: Facts): void {
  const element = page.element(parent, 'Table');
  const [name, text] = spread([30, 70]);
  if (name === undefined || text === undefined) return;
  for (const row of rows) {
    const cells: Cell[] = [
      { role: 'TH', scope: 'Row', text: row.name, type: TYPES.head, align: 'left', ...name },
      { role: 'TD', text: row.text, type: TYPES.cell, align: 'left', ...text },
    ];
    writeRow(page, element, cells, () => undefined);
  }
  element.end();
}

function spread(shares: number[]): { x: number; width: number }[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  let x: number = PAGE.left;
  return shares.map((share) => {
    const column = { x, width: (PAGE.width * share) / sum };
    x += column.width;
    return column;
  });
}

/** Writes one row; what does not fit goes on on the next page, in the same cells of the structure. */
function writeRow(page: PdfPage, table: StructureElement, cells: Cell[], onNewPage: () => void): void {
  const row = page.element(table, 'TR');
  const leading = Math.max(...cells.map(({ type }) => type.leading));
  const parts = cells.map((cell) => ({
    cell,
    element: page.element(row, cell.role, cell.scope === undefined ? {} : { scope: cell.scope }),
    lines: page.type.lines(cell.text, cell.type, cell.width - 2 * PAD.side),
  }));
  const height = (lines: number) => lines * leading + 2 * PAD.top;
  const whole = height(Math.max(...parts.map(({ lines }) => lines.length)));
  const turn = () => {
    page.newPage();
    onNewPage();
  };
  // A row stays whole when a page can hold it and it would not leave much of this one empty.
  if (page.y + Math.min(whole, height(8)) > PAGE.bottom) turn();
  while (parts.some(({ lines }) => lines.length > 0)) {
    const fit = Math.max(1, Math.floor((PAGE.bottom - page.y - 2 * PAD.top) / leading));
    let most = 0;
    for (const { cell, element, lines } of parts) {
      const now = lines.splice(0, fit);
      most = Math.max(most, now.length);
      page.draw(element, cell.role, () => drawCell(page, cell, now));
    }
    page.y += height(most);
    page.rule(page.y);
    if (parts.some(({ lines }) => lines.length > 0)) turn();
  }
  row.end();
}

function drawCell(page: PdfPage, cell: Cell, lines: string[]): void {
  const right = cell.align === 'right' ? cell.x + cell.width - PAD.side : undefined;
  page.lines(lines, cell.type, cell.x + PAD.side, page.y + PAD.top, right);
}

function repeatHead(page: PdfPage, head: Cell[]): void {
  const lines = head.map(({ text, type, width }) => page.type.lines(text, type, width - 2 * PAD.side));
  page.ornament('Pagination', () => {
    head.forEach((cell, index) => drawCell(page, cell, lines[index] ?? []));
  });
  page.y += Math.max(...lines.map(({ length }) => length)) * TYPES.head.leading + 2 * PAD.top;
  page.rule(page.y);
}
