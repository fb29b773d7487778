import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Jobs, Transactions, type Tx } from '../platform/index.js';
import { ProjectRoots } from '../projects/index.js';
import type { ImportState } from './ledger.enums.js';
import {
  COUNT_STALE,
  FORESEE_UNDO,
  PROJECTS_OF_CHANGES,
  PROJECTS_TO_RESTORE,
  RESTORE_LINES,
  SET_LINES,
} from './ledger.sql.js';
import { type CheckedImport, LedgerCheck } from './ledger-check.js';
import { UnreadableTable } from './reading/table-rows.js';

/** An import as its work needs it. */
interface WaitingImport extends CheckedImport {
  state: ImportState;
  fileName: string;
  appliedById: string | null;
  undoneById: string | null;
}

/** A hundred thousand lines take longer than an answer may. */
const WITHOUT_HURRY = `set local statement_timeout = 0; set local lock_timeout = '60s'`;

/** Does after the answer what takes its time: checking a file, applying it, undoing it. */
@Injectable()
export class LedgerWork implements OnModuleInit {
  private readonly logger = new Logger('LedgerWork');

  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly roots: ProjectRoots,
    private readonly check: LedgerCheck,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('ledger', async ({ importId = '' }) => this.run(importId));
  }

  /** Does what the state of an import says is to be done; nothing when that has been done already. */
  async run(importId: string): Promise<void> {
    const { value: waiting } = await this.transactions.run({ command: 'ledger.look' }, (tx) =>
      find(tx, importId),
    );
    if (waiting?.state === 'checking') await this.runCheck(waiting);
    if (waiting?.state === 'applying') await this.apply(waiting);
    if (waiting?.state === 'undoing') await this.undo(waiting);
  }

  private async runCheck(waiting: WaitingImport): Promise<void> {
    try {
      await this.check.run(waiting);
    } catch (error) {
      if (!(error instanceof UnreadableTable)) throw error;
      this.logger.warn(`ledger import ${waiting.id} can not be read: ${error.fault}`);
      await this.giveBack(waiting.id, error.fault);
    }
  }

  private async giveBack(id: string, fault: string): Promise<void> {
    await this.transactions.run({ command: 'ledger.check' }, (tx) =>
      tx.query(
        `update ledger_import set state = 'draft', version = version + 1, fault = $2, progress = 0 where id = $1`,
        [id, fault],
      ),
    );
  }

  /** Sets all lines in one change, or none: when a line is no longer as the check saw it, all is checked again. */
  private async apply(waiting: WaitingImport): Promise<void> {
    const { value: isDone } = await this.transactions.run(
      changeOf('ledger.apply', waiting.fileName, waiting.appliedById),
      async (tx) => {
        await tx.query(WITHOUT_HURRY);
        if (!(await isStill(tx, waiting))) return true;
        await this.roots.claimAll(tx, await idsOf(tx, PROJECTS_OF_CHANGES, waiting.id));
        const [row] = await tx.query<{ stale: number }>(COUNT_STALE, [waiting.id]);
        if ((row?.stale ?? 0) > 0) return false;
        await tx.query(SET_LINES, [waiting.id]);
        await tx.query(
          `update ledger_import set state = 'applied', version = version + 1, applied_at = now(), progress = 100
            where id = $1`,
          [waiting.id],
        );
        return true;
      },
    );
    if (!isDone) await this.checkAgain(waiting);
  }

  private async checkAgain(waiting: WaitingImport): Promise<void> {
    await this.check.run(waiting);
    await this.transactions.run({ command: 'ledger.check' }, (tx) =>
      tx.query(
        `update ledger_import set fault = 'lines-changed', applied_by_id = null where id = $1 and state = 'checked'`,
        [waiting.id],
      ),
    );
  }

  private async undo(waiting: WaitingImport): Promise<void> {
    await this.transactions.run(changeOf('ledger.undo', waiting.fileName, waiting.undoneById), async (tx) => {
      await tx.query(WITHOUT_HURRY);
      if (!(await isStill(tx, waiting))) return;
      await this.roots.claimAll(tx, await idsOf(tx, PROJECTS_TO_RESTORE, waiting.id));
      await tx.query(FORESEE_UNDO, [waiting.id]);
      await tx.query(RESTORE_LINES, [waiting.id]);
      await tx.query(
        `update ledger_import set state = 'undone', version = version + 1, undone_at = now(), progress = 100
            where id = $1`,
        [waiting.id],
      );
    });
  }
}

/** The change record names the file, which is why the lines changed. */
function changeOf(command: string, reason: string, personId: string | null) {
  return { command, reason, source: 'ledger', ...(personId !== null && { actor: { personId } }) };
}

async function find(tx: Tx, id: string): Promise<WaitingImport | undefined> {
  const [found] = await tx.query<WaitingImport>(
    `select id, state, file_name as "fileName", file_type as "fileType", format, mapping, columns, bytes,
            applied_by_id as "appliedById", undone_by_id as "undoneById"
       from ledger_import where id = $1`,
    [id],
  );
  return found;
}

/** Locks the import; another process may have done the same work meanwhile. */
async function isStill(tx: Tx, { id, state }: WaitingImport): Promise<boolean> {
  const rows = await tx.query('select from ledger_import where id = $1 and state = $2 for update', [
    id,
    state,
  ]);
  return rows.length > 0;
}

async function idsOf(tx: Tx, sql: string, importId: string): Promise<string[]> {
  return (await tx.query<{ id: string }>(sql, [importId])).map(({ id }) => id);
}
