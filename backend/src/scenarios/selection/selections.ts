import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SolverBusy, SolverStopped, SolverTooSlow } from '../scenario.errors.js';
import type { Selection } from './exact-selection.js';
import type { SelectionProblem } from './problem.rules.js';
import type { Answer, Question } from './selection-worker.js';

/** A worker is a program of its own, so it is the built one wherever this runs. */
const WORKER = new URL('../../../../dist/server/scenarios/selection/selection-worker.js', import.meta.url);
/** So many computations at once, one of them waiting: both end within the minute that proxies wait for an answer. */
const MOST_WAITING = 2;
/** The worker keeps its memory so long for the next question. */
const IDLE_MS = 60_000;

/** Computes selections in a worker thread, one after the other: requests go on being answered meanwhile. */
@Injectable()
export class Selections implements OnModuleDestroy {
  /** So long a computation may look for something better; a worker that is not back after the grace is stopped. */
  readonly limits = { seconds: 20, graceSeconds: 5 };
  private worker: Worker | null = null;
  private idle: NodeJS.Timeout | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private count = 0;
  private isClosed = false;

  /**
   * Finds the best set, or the best that there was time for.
   *
   * @throws SolverBusy (503), SolverTooSlow (503), SolverStopped (503)
   */
  async best(problem: SelectionProblem): Promise<Selection> {
    if (this.waiting >= MOST_WAITING) throw new SolverBusy();
    this.waiting += 1;
    const turn = this.queue.then(() => this.ask(problem));
    this.queue = turn.catch(() => undefined);
    return turn.finally(() => {
      this.waiting -= 1;
    });
  }

  /** Whoever waits for an answer is told; nothing is computed any more. */
  async onModuleDestroy(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.idle);
    await this.stop();
    await this.queue;
  }

  private ask(problem: SelectionProblem): Promise<Selection> {
    clearTimeout(this.idle);
    if (this.isClosed) return Promise.reject(new SolverStopped());
    const worker = (this.worker ??= new Worker(WORKER));
    const { seconds, graceSeconds } = this.limits;
    const question: Question = { id: (this.count += 1), problem, seconds };
    return new Promise<Selection>((resolve, reject) => {
      const late = setTimeout(() => fail(new SolverTooSlow()), (seconds + graceSeconds) * 1000);
      const settle = (): void => {
        clearTimeout(late);
        worker.off('message', heard).off('error', fail).off('exit', ended);
      };
      const heard = ({ id, selection, fault }: Answer): void => {
        if (id !== question.id) return;
        if (selection === undefined) return fail(new Error(fault));
        settle();
        worker.unref();
        this.idle = setTimeout(() => void this.stop(), IDLE_MS).unref();
        resolve(selection);
      };
      /** What failed once is not trusted with the next question. */
      const fail = (error: Error): void => {
        settle();
        void this.stop();
        reject(error);
      };
      const ended = (): void => fail(new SolverStopped());
      worker.ref();
      worker.on('message', heard).once('error', fail).once('exit', ended);
      worker.postMessage(question);
    });
  }

  private async stop(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }
}
