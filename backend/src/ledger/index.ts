import { LedgerChange } from './ledger-change.entity.js';
import { LedgerChunk } from './ledger-chunk.entity.js';
import { LedgerImport } from './ledger-import.entity.js';
import { LedgerRow } from './ledger-row.entity.js';
import { LedgerSource } from './ledger-source.entity.js';

export { SampleLedgerImport } from './sample-ledger-import.js';
export { LedgerModule } from './ledger.module.js';

/** The tables of this feature. */
export const LEDGER_ENTITIES = [LedgerSource, LedgerImport, LedgerChunk, LedgerRow, LedgerChange];
