import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type ColumnValue, copyLine } from '../platform/index.js';

/** A row under the names of its columns. */
export type Row = Readonly<Record<string, ColumnValue>>;

/** A version of a row in a twin: valid from one revision until before another. */
export interface Version {
  from: number;
  /** Null as long as it is valid. */
  to: number | null;
  row: Row;
}

const FOREVER = '9223372036854775807';
/** Lines are sent in pieces of about this size. */
const PIECE_CHARACTERS = 1 << 20;

/** Gathers rows of one table and of its twin and writes them by COPY. */
export class CopyWriter {
  private readonly live: string[] = [];
  private readonly versions: string[] = [];

  constructor(
    readonly table: string,
    private readonly columns: readonly string[],
  ) {}

  /** Adds a row as it is in the end. */
  addRow(row: Row): void {
    this.live.push(copyLine(this.valuesOf(row)));
  }

  /** Adds a version of a row. */
  addVersion({ from, to, row }: Version): void {
    this.versions.push(`${from}\t${to ?? FOREVER}\t${copyLine(this.valuesOf(row))}`);
  }

  /** Writes what was gathered, rows before versions. */
  async flush(client: PoolClient): Promise<void> {
    const names = this.columns.join(', ');
    await copy(client, `copy public.${this.table} (${names}) from stdin`, this.live.splice(0));
    await copy(
      client,
      `copy history.${this.table} (from_rev, to_rev, ${names}) from stdin`,
      this.versions.splice(0),
    );
  }

  private valuesOf(row: Row): ColumnValue[] {
    return this.columns.map((column) => {
      const value = row[column];
      if (value === undefined) throw new RangeError(`a row of ${this.table} lacks ${column}`);
      return value;
    });
  }
}

/** Writes lines by one COPY; none, no COPY. */
export async function copy(client: PoolClient, statement: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const stream = client.query(copyFrom(statement));
  const done = finished(stream);
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < PIECE_CHARACTERS) continue;
    const sent = stream.write(piece);
    piece = '';
    if (!sent) await Promise.race([once(stream, 'drain'), done]);
  }
  stream.end(piece);
  await done;
}
