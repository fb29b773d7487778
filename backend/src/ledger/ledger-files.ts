import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf } from '../platform/index.js';
import { FileTooLarge } from './ledger.errors.js';

/** A file that was received. */
export interface ReceivedFile {
  bytes: number;
  sha256: string;
  /** The first piece. */
  head: Buffer;
  /** All of it could be UTF-8. */
  isUtf8: boolean;
}

const PIECE_BYTES = 262_144;

/** Keeps files in the database, piece by piece: neither receiving nor reading one needs more memory than a piece. */
@Injectable()
export class LedgerFiles {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps a file while it comes. @throws FileTooLarge (413), and what the stream throws when its sender goes away */
  async receive(importId: string, stream: AsyncIterable<Buffer>, limit: number): Promise<ReceivedFile> {
    const hash = createHash('sha256');
    const utf8 = new Utf8Check();
    let head: Buffer | null = null;
    let bytes = 0;
    let position = 0;
    const keep = async (piece: Buffer): Promise<void> => {
      head ??= piece;
      hash.update(piece);
      utf8.add(piece);
      await this.pool.query('insert into ledger_chunk (import_id, position, content) values ($1, $2, $3)', [
        importId,
        position,
        piece,
      ]);
      position += 1;
    };
    const within = async function* (): AsyncGenerator<Buffer> {
      for await (const part of stream) {
        bytes += part.length;
        if (bytes > limit) throw new FileTooLarge(limit);
        yield part;
      }
    };
    for await (const piece of inPieces(within())) await keep(piece);
    return { bytes, sha256: hash.digest('hex'), head: head ?? Buffer.alloc(0), isUtf8: utf8.isFine() };
  }

  /** Forgets what was received of a file. */
  async drop(importId: string): Promise<void> {
    await this.pool.query('delete from ledger_chunk where import_id = $1', [importId]);
  }

  /** The pieces of a file in their order; `most` of them when only its beginning is wanted. */
  async *pieces(importId: string, most = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
    for (let position = 0; position < most; position += 1) {
      const { rows } = await this.pool.query<{ content: Buffer }>(
        'select content from ledger_chunk where import_id = $1 and position = $2',
        [importId, position],
      );
      const [piece] = rows;
      if (piece === undefined) return;
      yield piece.content;
    }
  }

  private get pool() {
    return poolOf(this.dataSource);
  }
}

/** Gathers what comes in small parts, and cuts what comes in large ones. */
async function* inPieces(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0);
  for await (const part of parts) {
    waiting = waiting.length === 0 ? part : Buffer.concat([waiting, part]);
    while (waiting.length >= PIECE_BYTES) {
      yield waiting.subarray(0, PIECE_BYTES);
      waiting = waiting.subarray(PIECE_BYTES);
    }
  }
  if (waiting.length > 0) yield waiting;
}

class Utf8Check {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private fits = true;

  add(piece: Buffer): void {
    if (!this.fits) return;
    try {
      this.decoder.decode(piece, { stream: true });
    } catch {
      this.fits = false;
    }
  }

  /** To be called once, at the end. */
  isFine(): boolean {
    if (!this.fits) return false;
    try {
      this.decoder.decode();
      return true;
    } catch {
      return false;
    }
  }
}
