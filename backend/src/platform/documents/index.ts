export {
  type Block,
  boxes,
  type Column,
  type Fact,
  type Figure,
  type PrintedDocument,
  type Shape,
  type Tone,
} from './document.js';
export { writeDocx } from './docx-writer.js';
export { writePdf } from './pdf-writer.js';
export { type Sheet, type SheetCell, type SheetColumn, writeWorkbook } from './xlsx-writer.js';
