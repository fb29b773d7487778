import type { ClientBase } from 'pg';
import { DataSource } from 'typeorm';
import { type Anchor, checkAnchor } from './anchor.js';
import { checkChanges } from './check-changes.js';
import { checkTable } from './check-table.js';
import { ONE_TEXT } from './hashes.sql.js';
import { inventoryOf } from './inventory.js';

/** What was found. */
export interface VerifiedHistory {
  /** The newest sealed revision; 0 when nothing is sealed. */
  sealedUpTo: number;
  /** Revisions that wait to be sealed: what is altered there is not found. */
  unsealed: number;
  /** The newest hash of the chain, hexadecimal; it stands for all that was sealed before. */
  head: string | null;
  /** How many sealed versions were looked at. */
  versions: number;
  /** A sentence for each fault; the history is as it was written when there is none. */
  faults: string[];
}

/** What else {@link verifyHistory} is told. */
export interface VerifySettings {
  /** A hash that was noted earlier: it has to be part of the chain. */
  anchor?: Anchor | undefined;
  /** Is told which part comes next. */
  progress?: (step: { part: string; place: number; of: number }) => void;
}

/**
 * Compares the whole history with its seals, and the live rows with their newest versions. Reads one snapshot, so the
 * server may go on writing; needs no more than to read, and memory for the faults alone.
 */
export async function verifyHistory(
  database: DataSource | ClientBase,
  settings: VerifySettings = {},
): Promise<VerifiedHistory> {
  if (!(database instanceof DataSource)) return inSnapshot(database, settings);
  const runner = database.createQueryRunner();
  try {
    return await inSnapshot((await runner.connect()) as ClientBase, settings);
  } finally {
    await runner.release();
  }
}

async function inSnapshot(client: ClientBase, settings: VerifySettings): Promise<VerifiedHistory> {
  await client.query('begin isolation level repeatable read read only');
  try {
    await client.query(`${ONE_TEXT}; set local statement_timeout = 0; set local work_mem = '64MB'`);
    return await verify(client, settings);
  } finally {
    await client.query('rollback');
  }
}

async function verify(client: ClientBase, { anchor, progress }: VerifySettings): Promise<VerifiedHistory> {
  const { layouts, tables, ...state } = await inventoryOf(client);
  const { sealedUpTo } = state;
  const parts = [
    { part: 'changes', check: () => checkChanges(client, { sealedUpTo, layouts }) },
    ...tables.map((table) => ({
      part: table.name,
      check: () => checkTable(client, { table, sealedUpTo, layouts }),
    })),
  ];
  const faults = anchor === undefined ? [] : await checkAnchor(client, anchor);
  for (const [place, { part, check }] of parts.entries()) {
    progress?.({ part, place: place + 1, of: parts.length });
    faults.push(...(await check()));
  }
  return { ...state, faults };
}
