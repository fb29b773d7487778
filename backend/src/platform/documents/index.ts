export { type CsvForm, csvSheet, type WrittenFile } from './csv-sheet.js';
export {
  type DataBook,
  type DataFile,
  FILE_FORMATS,
  FILE_LANGUAGES,
  type FileFormat,
  type FileLanguage,
  writeDataFile,
} from './data-file.js';
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
export {
  columnName,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  type SheetFormula,
  writeWorkbook,
} from './xlsx-writer.js';
