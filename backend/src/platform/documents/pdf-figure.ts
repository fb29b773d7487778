import type PDFDocument from 'pdfkit';
import type { StructureElement } from 'pdfkit';
import type { Figure, Shape } from './document.js';
import { COLOURS, PAGE, type PdfPage } from './pdf-page.js';
import { TYPES } from './pdf-type.js';

/** Draws a figure that stays whole on its page, with its meaning in words. */
export function writeFigure(page: PdfPage, parent: StructureElement, figure: Figure): void {
  page.need(figure.height);
  const { y } = page;
  const element = page.pdf.struct('Figure', {
    alt: figure.alternative,
    bbox: [PAGE.left, y, PAGE.left + figure.width, y + figure.height],
  });
  parent.add(element);
  page.draw(element, 'Figure', () => {
    for (const shape of figure.shapes) drawShape(page, shape, y);
  });
  element.end();
  page.y += figure.height;
}

function drawShape(page: PdfPage, shape: Shape, top: number): void {
  const { pdf } = page;
  const colour = COLOURS[shape.tone];
  const at = ([x, y]: [number, number]): [number, number] => [PAGE.left + x, top + y];
  switch (shape.shape) {
    case 'circle':
      filled(pdf, colour, () => pdf.circle(...at([shape.x, shape.y]), shape.radius));
      return;
    case 'polygon':
      filled(pdf, colour, () => pdf.polygon(...shape.points.map(at)));
      return;
    case 'line':
      pdf
        .strokeColor(colour)
        .lineWidth(1)
        .moveTo(...at(shape.from))
        .lineTo(...at(shape.to))
        .stroke();
      return;
    case 'text':
      page.lines([shape.text], TYPES.small, ...at([shape.x, shape.y]));
  }
}

function filled(pdf: PDFDocument, colour: string, path: () => void): void {
  pdf.fillColor(colour);
  path();
  pdf.fill();
}
