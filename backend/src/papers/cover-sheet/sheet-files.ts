import { writeDocx, writePdf } from '../../platform/documents/index.js';
import type { CoverSheetDocumentDto } from '../dto/cover-sheet.dto.js';
import { printedSheet } from './sheet-print.js';

/** What a browser saves. */
export interface SheetFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

const TYPES = {
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Makes the file of an issue: the kept bytes themselves, or what is printed of them. */
export async function fileOf(
  { text, document }: { text: string; document: CoverSheetDocumentDto },
  format: 'json' | 'pdf' | 'docx',
): Promise<SheetFile> {
  const file = { name: `${nameOf(document)}.${format}`, type: TYPES[format] };
  if (format === 'json') return { ...file, bytes: Buffer.from(text) };
  const write = format === 'pdf' ? writePdf : writeDocx;
  return { ...file, bytes: await write(printedSheet(document)) };
}

/** `vorlage-2021-1528-deckblatt-1`; nothing but what every file system takes. */
function nameOf({ paper, issue }: CoverSheetDocumentDto): string {
  const reference = paper.reference.replaceAll(/[^\da-zA-Z]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return ['vorlage', reference, 'deckblatt', issue].filter((part) => part !== '').join('-');
}
