import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { faultOf, Jobs, Transactions, type Tx } from '../platform/index.js';
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
import { LedgerProgress } from './ledger-progress.js';
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

/** What an import is again when the work on it came to nothing. */
const BEFORE: Partial<Record<ImportState, ImportState>> = {
  checking: 'draft',
  applying: 'checked',
  undoing: 'applied',
};

/** Lines are set project by project, so many at a time, so that somebody can see how far it is. */
const PROJECTS_AT_ONCE = 250;
/** So far it is when all projects are locked, and when all lines are set; the lists of projects follow. */
const LOCKED_PERCENT = 10;
const SET_PERCENT = 60;

/** Does after the answer what takes its time: checking a file, applying it, undoing it. */
@Injectable()
export class LedgerWork implements OnModuleInit {
  private readonly logger = new Logger('LedgerWork');

  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly roots: ProjectRoots,
    private readonly check: LedgerCheck,
    private readonly progress: LedgerProgress,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('ledger', async ({ importId = '' }) => this.run(importId));
  }

  /**
   * Does what the state of an import says is to be done; nothing when that has been done already. Whatever breaks it off
   * gives the import back as it was before, with the reason; only while that can't be written down is it tried again.
   */
  async run(importId: string): Promise<void> {
    const { value: waiting } = await this.transactions.run({ command: 'ledger.look' }, (tx) =>
      find(tx, importId),
    );
    if (waiting === undefined) return;
    try {
      if (waiting.state === 'checking') await this.check.run(waiting);
      if (waiting.state === 'applying') await this.apply(waiting);
      if (waiting.state === 'undoing') await this.undo(waiting);
    } catch (error) {
      const fault = error instanceof UnreadableTable ? error.fault : 'broken-off';
      this.logger.warn(`${waiting.state} ledger import ${importId}: ${fault}, ${faultOf(error)}`);
      await this.giveBack(waiting, fault);
    }
  }

  /** Nothing is given back that another process is at work on: what broke off here was then only the wait for it. */
  private async giveBack({ id, state }: WaitingImport, fault: string): Promise<void> {
    await this.transactions.run({ command: 'ledger.give-back' }, (tx) =>
      tx.query(
        `update ledger_import set state = $3, version = version + 1, fault = $4, progress = 0
          where id = $1 and state = $2 and pg_try_advisory_xact_lock(hashtextextended(id::text, 0))`,
        [id, state, BEFORE[state], fault],
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
        const projects = await idsOf(tx, PROJECTS_OF_CHANGES, waiting.id);
        await this.roots.claimAll(tx, projects);
        const [row] = await tx.query<{ stale: number }>(COUNT_STALE, [waiting.id]);
        if ((row?.stale ?? 0) > 0) return false;
        await this.byProjects(tx, SET_LINES, { importId: waiting.id, projects });
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
      const projects = await idsOf(tx, PROJECTS_TO_RESTORE, waiting.id);
      await this.roots.claimAll(tx, projects);
      await tx.query(FORESEE_UNDO, [waiting.id]);
      await this.byProjects(tx, RESTORE_LINES, { importId: waiting.id, projects });
      await tx.query(
        `update ledger_import set state = 'undone', version = version + 1, undone_at = now(), progress = 100
            where id = $1`,
        [waiting.id],
      );
    });
  }

  /** Runs a statement on the lines of some projects at a time, and says after each how far it is. */
  private async byProjects(
    tx: Tx,
    sql: string,
    { importId, projects }: { importId: string; projects: readonly string[] },
  ): Promise<void> {
    for (let done = 0; done < projects.length; done += PROJECTS_AT_ONCE) {
      const share = (done / projects.length) * (SET_PERCENT - LOCKED_PERCENT);
      await this.progress.tell(importId, LOCKED_PERCENT + share);
      await tx.query(sql, [importId, projects.slice(done, done + PROJECTS_AT_ONCE)]);
    }
    await this.progress.tell(importId, SET_PERCENT);
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

/**
 * Waits until no other process does the same work, and says whether it still is to be done. The row itself stays free for
 * what is told of the progress: while work is under way no command changes it.
 */
async function isStill(tx: Tx, { id, state }: WaitingImport): Promise<boolean> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
  const rows = await tx.query('select from ledger_import where id = $1 and state = $2', [id, state]);
  return rows.length > 0;
}

async function idsOf(tx: Tx, sql: string, importId: string): Promise<string[]> {
  return (await tx.query<{ id: string }>(sql, [importId])).map(({ id }) => id);
}
