import { Inject, Injectable } from '@nestjs/common';
import { type Config, CONFIG } from '../config/index.js';
import {
  type Actor,
  ChangedMeanwhile,
  type CommandAnswer,
  type Fault,
  Jobs,
  newId,
  Transactions,
  type Tx,
} from '../platform/index.js';
import { type ImportState, isOfFile } from './ledger.enums.js';
import { FileIncomplete, ImportNotInState, MappingRefused } from './ledger.errors.js';
import { LedgerFiles } from './ledger-files.js';
import { LedgerImport } from './ledger-import.entity.js';
import { lock, type LockedImport, move, requireFile } from './locked-import.js';
import {
  faultsOfMapping,
  fittingMapping,
  type LedgerMapping,
  mappingOf,
  missingInMapping,
  nextMapping,
} from './reading/columns.rules.js';
import type { LedgerFormat } from './reading/format.rules.js';
import { detect, lookAt } from './reading/look.js';

/** What of an import can be set up. */
export interface ImportSetup {
  sourceName?: string;
  format?: Partial<LedgerFormat>;
  mapping?: Partial<Omit<LedgerMapping, 'amounts'>> & { amounts?: Partial<LedgerMapping['amounts']> };
}

/** Which import a command is about, who gives it, and on which version of it. */
export interface ImportTarget {
  id: string;
  version: number;
  actor: Actor;
}

const SET_UP: readonly ImportState[] = ['draft', 'checked'];

/** Commands on files of the ledger: receive, set up, check, apply, undo. */
@Injectable()
export class LedgerImportsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly files: LedgerFiles,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Begins an import; its file comes next. */
  async create(actor: Actor, values: { fileName: string; sourceName: string }): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run({ command: 'ledger.create', actor }, async (tx) => {
      const id = newId();
      await tx.insert(LedgerImport, { id, createdById: actor.personId, ...values });
      return { id, version: 1 };
    });
    return { ...value, moment };
  }

  /**
   * Takes the file while it comes, and says how it is written and what its columns may be: as its source had it last,
   * else by their headings.
   *
   * @throws NotFound, ImportNotInState (409), FileTooLarge (413), FileIncomplete (400)
   */
  async receive(id: string, stream: AsyncIterable<Buffer>): Promise<CommandAnswer> {
    await this.transactions.run({ command: 'ledger.receive' }, (tx) =>
      move(tx, { id, from: ['new'], to: 'receiving' }),
    );
    try {
      const { head, isUtf8, ...file } = await this.files.receive(
        id,
        stream,
        this.config.ledgerMaxMegabytes * 1_048_576,
      );
      const { type, detected, fault } = await detect(head, () => this.source(id, head), isUtf8);
      const { isMarked: _, ...format } = detected;
      const look = fault === null ? await lookAt(this.source(id, head), { type, format }) : null;
      const { value, moment } = await this.transactions.run({ command: 'ledger.receive' }, async (tx) => {
        const { sourceName } = await lock(tx, id);
        const columns = look?.columns ?? [];
        const kept = await mappingOfSource(tx, sourceName);
        const version = await move(tx, { id, from: ['receiving'], to: 'draft' });
        await tx.update(
          LedgerImport,
          { id },
          {
            ...file,
            fileType: type,
            detected,
            format,
            columns,
            sample: look?.sample ?? [],
            mapping: nextMapping(kept, columns),
            fault: fault ?? look?.fault ?? null,
          },
        );
        return { id, version };
      });
      return { ...value, moment };
    } catch (error) {
      await this.startAnew(id);
      throw isGone(error) ? new FileIncomplete() : error;
    }
  }

  /**
   * Puts right how the file is read, or what its columns are. Whatever was checked before has to be checked again.
   *
   * @throws NotFound, ChangedMeanwhile, ImportNotInState (409), MappingRefused (422)
   */
  async setUp(target: ImportTarget, { sourceName, format, mapping }: ImportSetup): Promise<CommandAnswer> {
    return this.command('ledger.set-up', target, async (tx, found) => {
      const { fileType, format: before } = requireFile(found, SET_UP);
      const wanted = { ...before, ...format };
      const isReadAnew = format !== undefined && JSON.stringify(wanted) !== JSON.stringify(before);
      const head = isReadAnew ? await this.headOf(target.id) : null;
      const look =
        head === null ? null : await lookAt(this.source(target.id, head), { type: fileType, format: wanted });
      const columns = look?.columns ?? found.columns;
      const fitting = fittingMapping(found.mapping ?? mappingOf(columns), columns);
      const next = { ...fitting, ...mapping, amounts: { ...fitting.amounts, ...mapping?.amounts } };
      const faults: Fault[] = mapping === undefined ? [] : faultsOfMapping(next, columns);
      if (next.budgetId !== null) faults.push(...(await faultsOfBudget(tx, next)));
      if (faults.length > 0) throw new MappingRefused(faults);
      const version = await move(tx, { id: found.id, from: SET_UP, to: 'draft' });
      await tx.update(
        LedgerImport,
        { id: found.id },
        {
          format: wanted,
          columns,
          mapping: next,
          result: null,
          ...(sourceName !== undefined && { sourceName }),
          ...(look !== null && { sample: look.sample, fault: look.fault }),
        },
      );
      return version;
    });
  }

  /**
   * Lets the file be read and compared with the lines; keeps its mapping for its source.
   *
   * @throws NotFound, ChangedMeanwhile, ImportNotInState (409), MappingRefused (422)
   */
  async check(target: ImportTarget): Promise<CommandAnswer> {
    return this.command('ledger.check', target, async (tx, found) => {
      const { format, mapping } = requireFile(found, SET_UP);
      const faults: Fault[] = missingInMapping(mapping);
      if (isOfFile(found.fault)) faults.push({ pointer: '', code: `ledger.${found.fault}` });
      if (faults.length > 0) throw new MappingRefused(faults);
      await tx.query(
        `insert into ledger_source (id, name, mapping, format, used_at) values ($1, $2, $3, $4, now())
         on conflict (name) do update set mapping = excluded.mapping, format = excluded.format, used_at = now()`,
        [newId(), found.sourceName, JSON.stringify(mapping), JSON.stringify(format)],
      );
      return this.begin(tx, found.id, { from: SET_UP, to: 'checking' });
    });
  }

  /** Lets what was checked be applied. @throws NotFound, ChangedMeanwhile, ImportNotInState (409) */
  async apply(target: ImportTarget): Promise<CommandAnswer> {
    return this.command('ledger.apply', target, async (tx, found) => {
      await tx.update(LedgerImport, { id: found.id }, { appliedById: target.actor.personId });
      return this.begin(tx, found.id, { from: ['checked'], to: 'applying' });
    });
  }

  /** Lets an applied import be undone. @throws NotFound, ChangedMeanwhile, ImportNotInState (409) */
  async undo(target: ImportTarget): Promise<CommandAnswer> {
    return this.command('ledger.undo', target, async (tx, found) => {
      await tx.update(LedgerImport, { id: found.id }, { undoneById: target.actor.personId });
      return this.begin(tx, found.id, { from: ['applied'], to: 'undoing' });
    });
  }

  /** Forgets an import that changed nothing. @throws NotFound, ChangedMeanwhile, ImportNotInState (409) */
  async discard(target: ImportTarget): Promise<CommandAnswer> {
    return this.command('ledger.discard', target, async (tx, found) => {
      if (!['new', 'receiving', 'draft', 'checking', 'checked'].includes(found.state))
        throw new ImportNotInState(found.state);
      await tx.delete(LedgerImport, { id: found.id });
      return found.version;
    });
  }

  private async command(
    name: string,
    { id, version, actor }: ImportTarget,
    work: (tx: Tx, found: LockedImport) => Promise<number>,
  ): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run({ command: name, actor }, async (tx) => {
      const found = await lock(tx, id);
      if (found.version !== version) throw new ChangedMeanwhile({ version: found.version });
      return { id, version: await work(tx, found) };
    });
    return { ...value, moment };
  }

  private async begin(
    tx: Tx,
    id: string,
    step: { from: readonly ImportState[]; to: ImportState },
  ): Promise<number> {
    const version = await move(tx, { id, ...step });
    await tx.update(LedgerImport, { id }, { progress: 0, fault: null });
    await this.jobs.add(tx, 'ledger', { importId: id });
    return version;
  }

  /** The rows at its beginning are in the first piece of a text file; a workbook keeps its parts anywhere. */
  private source(id: string, head: Buffer): AsyncIterable<Buffer> {
    return this.files.pieces(id, head[0] === 0x50 ? undefined : 1);
  }

  private async headOf(id: string): Promise<Buffer> {
    for await (const piece of this.files.pieces(id, 1)) return piece;
    return Buffer.alloc(0);
  }

  private async startAnew(id: string): Promise<void> {
    await this.files.drop(id);
    await this.transactions.run({ command: 'ledger.receive' }, (tx) =>
      tx.query(`update ledger_import set state = 'new' where id = $1 and state = 'receiving'`, [id]),
    );
  }
}

async function mappingOfSource(tx: Tx, name: string): Promise<LedgerMapping | null> {
  const [source] = await tx.query<{ mapping: LedgerMapping }>(
    'select mapping from ledger_source where name = $1',
    [name],
  );
  return source?.mapping ?? null;
}

async function faultsOfBudget(tx: Tx, { budgetId, year }: LedgerMapping): Promise<Fault[]> {
  const [budget] = await tx.query<{ hasYear: boolean }>(
    'select $2::int is null or $2 between year_from and year_to as "hasYear" from budget where id = $1',
    [budgetId, year],
  );
  if (budget === undefined) return [{ pointer: '/mapping/budgetId', code: 'budget-unknown' }];
  return budget.hasYear ? [] : [{ pointer: '/mapping/year', code: 'ledger-year-outside-budget' }];
}

/** The sender closed the connection, or a proxy did. */
function isGone(error: unknown): boolean {
  const { code } = Object(error) as { code?: unknown };
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNABORTED';
}
