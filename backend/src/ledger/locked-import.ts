import { NotFound, type Tx } from '../platform/index.js';
import type { FileType, ImportState } from './ledger.enums.js';
import { ImportNotInState } from './ledger.errors.js';
import type { LedgerMapping } from './reading/columns.rules.js';
import type { LedgerFormat } from './reading/format.rules.js';

/** An import that is locked until the transaction ends, as commands look at it. */
export interface LockedImport {
  id: string;
  version: number;
  state: ImportState;
  fileType: FileType | null;
  sourceName: string;
  format: LedgerFormat | null;
  mapping: LedgerMapping | null;
  columns: string[];
  fault: string | null;
}

/** Locks an import. @throws NotFound */
export async function lock(tx: Tx, id: string): Promise<LockedImport> {
  const [found] = await tx.query<LockedImport>(
    `select id, version, state, file_type as "fileType", source_name as "sourceName", format, mapping, columns, fault
       from ledger_import where id = $1 for update`,
    [id],
  );
  if (found === undefined) throw new NotFound('ledger-import');
  return found;
}

/** Brings an import from one state to the next, and returns its new version. */
export async function move(
  tx: Tx,
  { id, from, to }: { id: string; from: readonly ImportState[]; to: ImportState },
): Promise<number> {
  const found = await lock(tx, id);
  if (!from.includes(found.state)) throw new ImportNotInState(found.state);
  await tx.query('update ledger_import set state = $2, version = version + 1 where id = $1', [id, to]);
  return found.version + 1;
}

/** What only an import with a file has. @throws ImportNotInState (409) without one, or in another state */
export function requireFile(
  { state, fileType, format, mapping }: LockedImport,
  states: readonly ImportState[],
): { fileType: FileType; format: LedgerFormat; mapping: LedgerMapping } {
  if (!states.includes(state) || fileType === null || format === null || mapping === null)
    throw new ImportNotInState(state);
  return { fileType, format, mapping };
}
