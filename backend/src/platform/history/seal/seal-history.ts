import type { ClientBase, Pool } from 'pg';

/** How far the sealing has come. */
export interface SealState {
  /** How many revisions this step has sealed. */
  revisions: number;
  /** The newest sealed revision; 0 when nothing is sealed. */
  sealedUpTo: number;
  /** The newest hash of the chain, hexadecimal. */
  head: string;
  /** How many revisions wait. */
  unsealed: number;
}

/** Revisions in one transaction: enough to be fast, few enough that stopping loses little. */
const PORTION = 200;

/** Seals the next revisions, `most` at most, in a transaction of its own; seals nothing while another one does. */
export async function sealNext(database: ClientBase | Pool, most: number): Promise<SealState> {
  const { rows } = await database.query<SealState>(
    `select revisions, sealed_up_to::float8 as "sealedUpTo", encode(head, 'hex') as head, waiting::float8 as unsealed
       from history.seal_next($1)`,
    [most],
  );
  const [state] = rows;
  if (state === undefined) throw new Error('history.seal_next gave no row');
  return state;
}

/** Seals all that waits, portion by portion; what another process is sealing is left to it. */
export async function sealAll(database: ClientBase | Pool): Promise<SealState> {
  for (;;) {
    const state = await sealNext(database, PORTION);
    if (state.revisions === 0) return state;
  }
}

/**
 * Takes all seals away, so that the chain begins anew: for who puts made-up changes before those that are there, and
 * with the owner's rights only. Anchors that were noted before will rightly not be found any more.
 */
export async function beginSealsAnew(client: ClientBase): Promise<void> {
  await client.query('select pg_advisory_xact_lock(20220224)');
  await client.query(
    'delete from history.seal; delete from history.seal_leaf; delete from history.seal_layout',
  );
}
