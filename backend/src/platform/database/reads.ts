import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import type { Moment } from '../history/moment.js';
import { poolOf } from './pool.js';
import { countStatement } from './request-context.js';

/** So many different statements get a name, hence a kept plan; a client that invents filters can't fill the server. */
const KEPT_PLANS = 400;

/** Runs reading statements, live or as of a moment: the very same SQL, unqualified table names. */
@Injectable()
export class Reads {
  private readonly names = { live: new Map<string, string>(), asof: new Map<string, string>() };

  constructor(private readonly dataSource: DataSource) {}

  /** Runs one statement for the moment and returns its rows. */
  async query<Row extends QueryResultRow>(
    moment: Pick<Moment, 'rev'>,
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<Row[]> {
    countStatement();
    if (moment.rev === null) {
      const result = await this.pool.query<Row>({ ...this.named(sql, 'live'), values: [...parameters] });
      return result.rows;
    }
    return this.asOf(moment.rev, (client) =>
      client.query<Row>({ ...this.named(sql, 'asof'), values: [...parameters] }).then(({ rows }) => rows),
    );
  }

  /**
   * Runs one statement over the present and all twins that is planned for its values each time: with moments and filters
   * among them a plan for any value reads everything.
   */
  async queryPlannedAnew<Row extends QueryResultRow>(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<Row[]> {
    countStatement();
    const { rows } = await this.pool.query<Row>(sql, [...parameters]);
    return rows;
  }

  /** Opens a short read-only transaction in which table names mean the views of the moment. */
  private async asOf<T>(rev: number, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query(
        `begin read only; set local search_path = as_of, public; set local agenda.rev = '${rev}'`,
      );
      const result = await work(client);
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  private named(sql: string, mode: 'live' | 'asof'): { text: string; name?: string } {
    const names = this.names[mode];
    const known = names.get(sql);
    if (known !== undefined) return { text: sql, name: known };
    if (names.size >= KEPT_PLANS / 2) return { text: sql };
    const name = `${mode}_${names.size}`;
    names.set(sql, name);
    return { text: sql, name };
  }

  private get pool(): Pool {
    return poolOf(this.dataSource);
  }
}
