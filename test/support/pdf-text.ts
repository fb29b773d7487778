import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MOST_BYTES = 64 * 1024 * 1024;

/** A PDF as another program (Poppler) reads it. */
export interface ReadPdf {
  /** What the file says of itself: title, whether it is tagged, number of pages. */
  info: string;
  /** The text of each page. */
  pages: string[];
}

/** Lets Poppler read a PDF. */
export async function readPdf(content: Buffer): Promise<ReadPdf> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pdf-'));
  try {
    const file = path.join(folder, 'read.pdf');
    await writeFile(file, content);
    const [info, text] = [
      await run('pdfinfo', [file]),
      await run('pdftotext', ['-layout', file, '-'], { maxBuffer: MOST_BYTES }),
    ];
    // Every page ends with a form feed.
    return { info: info.stdout, pages: text.stdout.split('\f').slice(0, -1) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
