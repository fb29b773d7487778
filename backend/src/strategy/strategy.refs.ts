import type { Tx } from '../platform/index.js';
import { CURRENT_STRATEGY } from './strategy.selects.js';

/** What a command needs to know of a catalogue entry that it was given. */
export interface CatalogueRef {
  id: string;
  key: string;
}

/** A catalogue entry that belongs to a strategy edition. */
export interface EditionRef extends CatalogueRef {
  strategyId: string;
}

/** Finds a field of action by id (of any edition), or by key in the current edition; null when there is none. */
export async function actionFieldByRef(tx: Tx, ref: string): Promise<EditionRef | null> {
  const [found] = await tx.query<EditionRef>(
    `select id, key, strategy_id as "strategyId" from action_field
      where id::text = $1 or (key = $1 and strategy_id = (${CURRENT_STRATEGY}))`,
    [ref],
  );
  return found ?? null;
}

/** Finds a corridor theme by id or key, also one valid no more; null when there is none. */
export function corridorThemeByRef(tx: Tx, ref: string): Promise<CatalogueRef | null> {
  return byRef(tx, 'corridor_theme', ref);
}

/** Finds a supported goal by id or key, also one valid no more; null when there is none. */
export function supportedGoalByRef(tx: Tx, ref: string): Promise<CatalogueRef | null> {
  return byRef(tx, 'supported_goal', ref);
}

/** Finds an agenda by id or key; null when there is none. */
export function agendaByRef(tx: Tx, ref: string): Promise<CatalogueRef | null> {
  return byRef(tx, 'digital_agenda', ref);
}

async function byRef(
  tx: Tx,
  table: 'corridor_theme' | 'supported_goal' | 'digital_agenda',
  ref: string,
): Promise<CatalogueRef | null> {
  const [found] = await tx.query<CatalogueRef>(
    `select id, key from ${table} where id::text = $1 or key = $1`,
    [ref],
  );
  return found ?? null;
}
