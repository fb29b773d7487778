import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** Keeps writers of a table waiting, so that what should happen at once really does. */
export interface TableGate {
  /** Waits until so many transactions wait for something. */
  untilWaiting(count: number): Promise<void>;
  open(): Promise<void>;
}

/** Holds up all who write to a table; reading goes on. */
export async function closeTable(databaseUrl: string, table: string): Promise<TableGate> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`begin; lock table ${table} in exclusive mode`);
  return {
    untilWaiting: async (count) => {
      for (let tries = 0; tries < 400; tries += 1) {
        const { rowCount } = await client.query(
          `select from pg_locks where not granted
              and database = (select oid from pg_database where datname = current_database())`,
        );
        if ((rowCount ?? 0) >= count) return;
        await pause(25);
      }
      throw new Error(`Fewer than ${count} transactions wait for ${table}.`);
    },
    open: async () => {
      await client.query('rollback');
      await client.end();
    },
  };
}
