import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/pool.js';
import type { Tx } from '../database/tx.js';
import { faultOf, GiveUp } from './job-faults.js';
import { Pause } from './pause.js';

/** The queues; a migration makes each, because the server itself may make no table. */
export type Queue = 'mail' | 'ledger';

/** Ids of what the job is about. Never a name, an address or a secret: jobs stay in their table for days. */
export type JobData = Readonly<Record<string, string>>;

/** Does one job. Whatever it throws makes the job come again later, except `GiveUp`. */
export type JobHandler = (data: JobData, job: { id: string }) => Promise<void>;

type Ending = { isDone: true } | { isDone: false; fault: unknown };

const LOOK_EVERY_MS = 1_000;
const MAINTAIN_EVERY_S = 60;
const ARCHIVE_AFTER_S = 3_600;
const FORGET_AFTER_DAYS = 7;

/**
 * Work that is done after the answer, once, by whichever server process comes first: inserted in the transaction of the
 * command that causes it, so there is no job without its cause and no cause without its job.
 */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly boss: PgBoss;
  private readonly handlers = new Map<Queue, JobHandler>();
  private readonly pause = new Pause();
  private loops: Promise<void>[] = [];
  private started = false;

  constructor(dataSource: DataSource) {
    this.boss = new PgBoss({
      db: { executeSql: (text, values) => poolOf(dataSource).query(text, values) },
      migrate: false,
      schedule: false,
      maintenanceIntervalSeconds: MAINTAIN_EVERY_S,
      archiveCompletedAfterSeconds: ARCHIVE_AFTER_S,
      deleteAfterDays: FORGET_AFTER_DAYS,
    });
    // Its maintenance fails while the database is away, and is tried again a minute later.
    this.boss.on('error', (error) => this.logger.warn(`maintenance of the jobs failed: ${faultOf(error)}`));
  }

  /** Adds a job to the transaction of its cause. */
  async add(tx: Tx, queue: Queue, data: JobData): Promise<void> {
    const inTransaction: PgBoss.Db = {
      executeSql: async (text, values) => ({ rows: await tx.query(text, values) }),
    };
    await this.boss.send(queue, data, { db: inTransaction });
  }

  /** Says who does the jobs of a queue; to be called while the server is put together. */
  handle(queue: Queue, handler: JobHandler): void {
    this.handlers.set(queue, handler);
  }

  /** Begins to look for jobs, until the server stops. */
  async start(): Promise<void> {
    await this.boss.start();
    this.started = true;
    this.loops = [...this.handlers.keys()].map((queue) => this.lookAfter(queue));
  }

  /** Does all jobs of a queue that are due, and returns how many there were. */
  async workOff(queue: Queue): Promise<number> {
    for (let done = 0; ; done += 1) {
      if (this.pause.isOver) return done;
      const [job] = await this.boss.fetch<JobData>(queue);
      if (job === undefined) return done;
      await this.settle(queue, job.id, await this.attempt(queue, job));
    }
  }

  /** Takes no new job, and waits for the one that is being done. */
  async beforeApplicationShutdown(): Promise<void> {
    this.pause.end();
    await Promise.all(this.loops);
    if (this.started) await this.boss.stop({ graceful: false });
  }

  private async lookAfter(queue: Queue): Promise<void> {
    while (!this.pause.isOver) {
      try {
        await this.workOff(queue);
      } catch (error) {
        this.logger.warn(`looking for jobs failed: ${faultOf(error)}`);
      }
      await this.pause.of(LOOK_EVERY_MS);
    }
  }

  private async attempt(queue: Queue, { id, data }: PgBoss.Job<JobData>): Promise<Ending> {
    try {
      await this.handlers.get(queue)?.(data, { id });
      return { isDone: true };
    } catch (fault) {
      return { isDone: false, fault };
    }
  }

  /**
   * Says how the job ended, again and again while the database is away: to forget that a mail was sent would send it
   * twice. Only codes are kept of a fault, since messages of mail servers name addresses.
   */
  private async settle(queue: Queue, id: string, ending: Ending): Promise<void> {
    if (!ending.isDone) this.logger.warn(`${queue} job ${id} failed: ${faultOf(ending.fault)}`);
    for (;;) {
      try {
        if (ending.isDone) await this.boss.complete(queue, id);
        else if (ending.fault instanceof GiveUp) await this.boss.cancel(queue, id);
        else await this.boss.fail(queue, id, { fault: faultOf(ending.fault) });
        return;
      } catch (error) {
        if (this.pause.isOver) throw error;
        await this.pause.of(LOOK_EVERY_MS);
      }
    }
  }
}
