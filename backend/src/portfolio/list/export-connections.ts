import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Moment } from '../../platform/index.js';
import type { Statement } from './list-sql.js';

/** Files that are written at once, per process: sixteen on the common pool stopped every server that was tried. */
const MOST_EXPORTS = 2;
const WAIT_FOR_TURN_MS = 10_000;
const ROWS_AT_ONCE = 500;
/** A reader that takes longer than this with one handful of rows is gone. */
const IDLE_MS = 60_000;
const STATEMENT_MS = 60_000;

/** Rows that are read while they are taken, and the revision that they speak of. */
export interface OpenRows<Row> {
  rev: number;
  rows: AsyncGenerator<Row[], void>;
  /** Gives the connection back; to be called when nothing is read any more, even if nothing ever was. */
  close: () => void;
}

/** Reads many rows through a cursor, on a few connections of its own, so that files never hold up pages. */
@Injectable()
export class ExportConnections implements OnApplicationShutdown {
  private pool: pg.Pool | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Opens a statement for a moment; waits for its turn, and gives up after ten seconds (503). */
  async open<Row extends pg.QueryResultRow>(
    moment: Pick<Moment, 'rev'>,
    { sql, values }: Statement,
  ): Promise<OpenRows<Row>> {
    const client = await this.connections().connect();
    // Cut off between two handfuls (a stalled reader, a restart of the database): the next handful fails and says so.
    client.on('error', ignored);
    try {
      const past =
        moment.rev === null
          ? ''
          : `set local search_path = as_of, public; set local agenda.rev = '${moment.rev}';`;
      await client.query(
        `begin isolation level repeatable read read only; ${past}
         set local statement_timeout = ${STATEMENT_MS}; set local idle_in_transaction_session_timeout = ${IDLE_MS}`,
      );
      const { rows } = await client.query<{ rev: number }>('select current_rev() as rev');
      await client.query(`declare exported no scroll cursor for ${sql}`, [...values]);
      return { rev: rows[0]?.rev ?? 0, ...readingOf<Row>(client) };
    } catch (error) {
      giveBack(client, 'broken');
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  private connections(): pg.Pool {
    if (this.pool === undefined) {
      this.pool = new pg.Pool({
        ...(this.dataSource.driver as unknown as { master: pg.Pool }).master.options,
        max: MOST_EXPORTS,
        connectionTimeoutMillis: WAIT_FOR_TURN_MS,
        idleTimeoutMillis: IDLE_MS,
      });
      // A connection that breaks while nobody uses it is made anew when somebody does.
      this.pool.on('error', ignored);
    }
    return this.pool;
  }
}

function readingOf<Row extends pg.QueryResultRow>(client: pg.PoolClient): Omit<OpenRows<Row>, 'rev'> {
  let state: 'open' | 'read' | 'closed' = 'open';
  async function* fetchAll(): AsyncGenerator<Row[], void> {
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${ROWS_AT_ONCE} from exported`);
      if (rows.length > 0) yield rows;
      if (rows.length < ROWS_AT_ONCE) break;
    }
    await client.query('commit');
    state = 'read';
  }
  const close = (): void => {
    if (state === 'closed') return;
    giveBack(client, state === 'read' ? 'sound' : 'broken');
    state = 'closed';
  };
  return { rows: fetchAll(), close };
}

function giveBack(client: pg.PoolClient, state: 'broken' | 'sound'): void {
  client.off('error', ignored);
  client.release(state === 'broken');
}

function ignored(): void {
  return undefined;
}
