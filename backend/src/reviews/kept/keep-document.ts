import { createHash } from 'node:crypto';
import { newId, type Tx } from '../../platform/index.js';
import { KeptDocument } from './kept-document.entity.js';
import { KeptFile } from './kept-file.entity.js';
import type { KeptFormat, KeptKind } from './kept.enums.js';

/** A document that is ready to be kept. */
export interface DocumentToKeep {
  sessionId: string;
  kind: KeptKind;
  rev: number;
  judgedOn: string;
  keptAt: string;
  files: { format: KeptFormat; content: Buffer }[];
}

/** The hash under which a file is known. */
export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Keeps a document with its files under the next number of its kind; returns its id. */
export async function keepDocument(
  tx: Tx,
  { sessionId, kind, files, ...said }: DocumentToKeep,
): Promise<string> {
  await tx.query('select id from review_session where id = $1 for update', [sessionId]);
  const [row] = await tx.query<{ number: number }>(
    `select coalesce(max(number), 0) + 1 as number from kept_document where session_id = $1 and kind = $2`,
    [sessionId, kind],
  );
  const id = newId();
  const facts = files.map(({ format, content }) => ({
    format,
    bytes: content.length,
    sha256: sha256(content),
  }));
  await tx.insert(KeptDocument, {
    ...said,
    id,
    sessionId,
    kind,
    number: row?.number ?? 1,
    sha256: facts.find(({ format }) => format === 'json')?.sha256 ?? '',
    files: facts,
  });
  await tx.insert(
    KeptFile,
    files.map((file) => ({ ...file, id: newId(), documentId: id })),
  );
  return id;
}
