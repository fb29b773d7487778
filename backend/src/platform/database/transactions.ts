import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { claimKey, KEPT_HOURS, keepAnswer, type KeyedCommand, nextKeyedCommand } from './idempotency.js';
import { Tx } from './tx.js';

/** What the change record of a transaction says. */
export interface ChangeContext {
  /** What was done, in the domain's words: 'project.edit', 'status-report.publish'. */
  command: string;
  /** Who did it; absent for the system itself. */
  actor?: { personId: string };
  /** Why, if the person said so. */
  reason?: string | null | undefined;
  /** Where the change came from; 'app' when absent. */
  source?: string;
}

/** The result of a transaction with the moment from which on it can be read. */
export interface Committed<T> {
  value: T;
  /** The revision that holds the change, as `r<rev>`. */
  moment: string;
}

/** Brings a read model up to date inside the transaction that changed what it is made of. */
export type Projection = (tx: Tx, projectIds: string[], change: ChangeContext) => Promise<void>;

const ATTEMPTS = 3;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

/** Runs commands: one transaction and one change record each. */
@Injectable()
export class Transactions {
  private projection: Projection = () => Promise.resolve();
  private follower: Projection = () => Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  /** Registers the one read model of projects. */
  useProjection(projection: Projection): void {
    this.projection = projection;
  }

  /** Registers what is made from the read model of projects, hence after it. */
  useFollower(follower: Projection): void {
    this.follower = follower;
  }

  /**
   * Runs the work in one READ COMMITTED transaction and returns its value with the revision that it made. Serialization
   * failures and deadlocks are tried again, the whole transaction, three times at most. When the request carries an
   * Idempotency-Key that was answered before, the work is not run and the value, as JSON, is that of the first time:
   * what the answer says must come from the value alone, and what is refused without a transaction is refused again.
   */
  async run<T>(change: ChangeContext, work: (tx: Tx) => Promise<T>): Promise<Committed<T>> {
    const keyed = nextKeyedCommand();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(change, work, keyed);
      } catch (error) {
        if (attempt === ATTEMPTS || !mayBeTriedAgain(error)) throw error;
      }
    }
  }

  /** Forgets keys that are older than a day. */
  async forgetOldKeys(): Promise<void> {
    await this.dataSource.query(
      'delete from idempotency_key where created_at < now() - make_interval(hours => $1)',
      [KEPT_HOURS],
    );
  }

  private attempt<T>(
    change: ChangeContext,
    work: (tx: Tx) => Promise<T>,
    keyed: KeyedCommand | null,
  ): Promise<Committed<T>> {
    return this.dataSource.transaction('READ COMMITTED', async (manager) => {
      const tx = new Tx(manager);
      const known = keyed === null ? null : await claimKey(tx, keyed);
      // The first time it was this same command of this same person that made the value.
      if (known !== null) return known as Committed<T>;
      await tx.query(
        `select set_config('agenda.actor', $1, true), set_config('agenda.command', $2, true),
                set_config('agenda.reason', $3, true), set_config('agenda.source', $4, true)`,
        [change.actor?.personId ?? '', change.command, change.reason ?? '', change.source ?? 'app'],
      );
      const value = await work(tx);
      if (tx.touchedProjects.length > 0) {
        await this.projection(tx, tx.touchedProjects, change);
        await this.follower(tx, tx.touchedProjects, change);
      }
      await tx.query('set constraints all immediate');
      const [row] = await tx.query<{ rev: number }>(
        `select coalesce(nullif(current_setting('agenda.tx_rev', true), '')::bigint,
                         (select max(rev) from change), 0) as rev`,
      );
      const committed = { value, moment: `r${row?.rev ?? 0}` };
      if (keyed !== null) await keepAnswer(tx, keyed, committed);
      return committed;
    });
  }
}

function mayBeTriedAgain(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK;
}
