import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import { copyLine, poolOf } from '../platform/index.js';
import { type FileType, LEDGER_AMOUNTS } from './ledger.enums.js';
import {
  ADD_CHANGES,
  MATCH_BY_ACCOUNT,
  MATCH_BY_NAME,
  REJECT_SUMS,
  RESULT,
  ROW_COLUMNS,
  SETTLE,
} from './ledger.sql.js';
import { LedgerFiles } from './ledger-files.js';
import { LedgerProgress } from './ledger-progress.js';
import { type LedgerMapping, textOf } from './reading/columns.rules.js';
import type { LedgerFormat } from './reading/format.rules.js';
import { placesOf, readRow } from './reading/row.rules.js';
import { tableRows } from './reading/table-rows.js';

/** An import as its check needs it. */
export interface CheckedImport {
  id: string;
  fileType: FileType;
  format: LedgerFormat;
  mapping: LedgerMapping;
  columns: string[];
  bytes: number;
}

/** Lines are sent to the database in pieces of about this size. */
const PIECE_CHARACTERS = 262_144;
/**
 * The rows of this import are in no statistics yet. A plan that takes them for one, and goes through all lines for each,
 * needs hours for a hundred thousand.
 */
const BEGIN = `
  begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
  set local enable_nestloop = off`;
/** Reading is most of the work; what is left is for the database. */
const READING_PERCENT = 80;

/** Reads a file row by row, finds the line of each, and notes what would change: all in one transaction that changes no line. */
@Injectable()
export class LedgerCheck {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: LedgerFiles,
    private readonly progress: LedgerProgress,
  ) {}

  /** Leaves the import checked. @throws UnreadableTable */
  async run(checked: CheckedImport): Promise<void> {
    const client = await poolOf(this.dataSource).connect();
    try {
      await client.query(BEGIN);
      await this.stage(client, checked);
      await this.judge(client, checked);
      await client.query('commit');
      client.release();
    } catch (error) {
      // What is left of the transaction ends with its connection.
      client.release(true);
      throw error;
    }
  }

  private async judge(client: PoolClient, { id, mapping }: CheckedImport): Promise<void> {
    await client.query(mapping.matchBy === 'account' ? MATCH_BY_ACCOUNT : MATCH_BY_NAME, [
      id,
      mapping.budgetId,
    ]);
    await client.query('delete from ledger_change where import_id = $1', [id]);
    for (const statement of [ADD_CHANGES, ...REJECT_SUMS, ...SETTLE]) await client.query(statement, [id]);
    await client.query(
      `update ledger_import set state = 'checked', version = version + 1, fault = null, progress = 100,
              result = (${RESULT}) where id = $1`,
      [id],
    );
  }

  private async stage(client: PoolClient, checked: CheckedImport): Promise<void> {
    await client.query('delete from ledger_row where import_id = $1', [checked.id]);
    const stream = client.query(copyFrom(`copy ledger_row (${ROW_COLUMNS.join(', ')}) from stdin`));
    const done = finished(stream);
    let piece = '';
    try {
      for await (const line of this.lines(checked)) {
        piece += line;
        if (piece.length < PIECE_CHARACTERS) continue;
        const isTaken = stream.write(piece);
        piece = '';
        if (!isTaken) await Promise.race([once(stream, 'drain'), done]);
      }
    } catch (error) {
      stream.destroy();
      await done.catch(() => undefined);
      throw error;
    }
    stream.end(piece);
    await done;
  }

  private async *lines(checked: CheckedImport): AsyncGenerator<string> {
    const { id, format, mapping, columns, fileType: type } = checked;
    const places = placesOf(mapping, columns);
    for await (const { number, cells } of tableRows(this.watched(checked), { type, format })) {
      if (number <= format.headerRow) continue;
      const entry = readRow(cells, { places, mapping, style: format.numbers });
      if (entry === null) continue;
      const { key, year, kind, direction, amounts, sum, fault } = entry;
      yield `${copyLine([
        id,
        number,
        cells.slice(0, columns.length).map((cell) => textOf(cell)),
        key,
        year,
        kind,
        direction,
        ...LEDGER_AMOUNTS.map((amount) => amounts[amount]),
        sum ?? (fault === null ? null : 'rejected'),
        fault,
      ])}\n`;
    }
  }

  /** The pieces of the file; says after each how far it is. */
  private async *watched({ id, bytes }: CheckedImport): AsyncGenerator<Buffer> {
    let read = 0;
    for await (const piece of this.files.pieces(id)) {
      yield piece;
      read += piece.length;
      await this.progress.tell(id, (read / bytes) * READING_PERCENT);
    }
  }
}
