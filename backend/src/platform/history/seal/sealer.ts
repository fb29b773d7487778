import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { type Config, CONFIG } from '../../../config/index.js';
import { createLogger } from '../../http/logger.js';
import { Metrics } from '../../http/metrics.js';
import { sealNext, type SealState } from './seal-history.js';

const SHORTEST_IDLE_MS = 2_000;
const LONGEST_IDLE_MS = 30_000;
const ANCHOR_EVERY_MS = 3_600_000;
const STATEMENT_MS = 120_000;
/** So long may what is under way take when the server stops; then its connection is cut and nothing of it stays. */
const STOP_WITHIN_MS = 2_000;
/** A step that takes longer makes the next one smaller. */
const LONG_STEP_MS = 500;
const SHORT_STEP_MS = 100;
const MOST_REVISIONS = 1_000;

/**
 * Seals new revisions in the background, on a connection of its own. Any number of servers may do so on one database.
 * The newest hash goes to the log at most once an hour and at the end: kept elsewhere, it is an anchor that shows whether
 * somebody has rewritten the history together with its seals.
 */
@Injectable()
export class HistorySealer implements OnApplicationShutdown {
  private readonly logger;
  private readonly stopping = new AbortController();
  private running: { pool: pg.Pool; ended: Promise<void> } | undefined;
  private most = 100;
  private idleMs = SHORTEST_IDLE_MS;
  private newest: SealState | undefined;
  private anchored = { head: '', at: -ANCHOR_EVERY_MS };

  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
    @Inject(CONFIG) config: Config,
  ) {
    this.logger = createLogger(config.logLevel);
  }

  /** Begins to seal; to be called once the first data are there, which write into the past. */
  start(): void {
    if (this.running !== undefined) return;
    const pool = new pg.Pool({
      connectionString: (this.dataSource.options as { url: string }).url,
      max: 1,
      application_name: 'digital-agenda sealing',
      connectionTimeoutMillis: 5_000,
      statement_timeout: STATEMENT_MS,
      keepAlive: true,
    });
    // A connection that is lost while idle is made anew by the next step.
    pool.on('error', () => undefined);
    this.running = { pool, ended: this.run(pool) };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.running === undefined) return;
    const { pool, ended } = this.running;
    this.stopping.abort();
    await Promise.race([ended.then(() => pool.end()), pause(STOP_WITHIN_MS, undefined, { ref: false })]);
    this.anchor();
  }

  private async run(pool: pg.Pool): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const waitMs = await this.step(pool);
      await pause(waitMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Seals one portion and returns after how many milliseconds to go on. */
  private async step(pool: pg.Pool): Promise<number> {
    const begin = performance.now();
    try {
      this.newest = await sealNext(pool, this.most);
      this.metrics.recordSealing(this.newest);
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      this.logger.error({ code, reason: message }, 'history not sealed, will be tried again');
      this.most = Math.max(1, Math.floor(this.most / 4));
      return this.idle();
    }
    const hasCaughtUp = this.newest.revisions < this.most;
    if (hasCaughtUp && performance.now() - this.anchored.at >= ANCHOR_EVERY_MS) this.anchor();
    const tookMs = performance.now() - begin;
    if (this.newest.revisions === 0) return this.idle();
    this.idleMs = SHORTEST_IDLE_MS;
    if (this.newest.unsealed === 0) return this.idleMs;
    if (tookMs > LONG_STEP_MS) this.most = Math.max(1, Math.floor(this.most / 2));
    if (tookMs < SHORT_STEP_MS) this.most = Math.min(MOST_REVISIONS, this.most * 2);
    // Requests come first: half of the time is theirs even when much is to be sealed.
    return tookMs;
  }

  private idle(): number {
    const idleMs = this.idleMs;
    this.idleMs = Math.min(LONGEST_IDLE_MS, idleMs * 2);
    return idleMs;
  }

  private anchor(): void {
    if (this.newest === undefined || this.newest.sealedUpTo === 0 || this.newest.head === this.anchored.head)
      return;
    const { sealedUpTo: rev, head } = this.newest;
    this.anchored = { head, at: performance.now() };
    this.logger.info({ rev, head }, 'history sealed');
  }
}
