import { parentPort } from 'node:worker_threads';
import { loadHighs } from './load-highs.js';
import { type Selection, selectBest } from './exact-selection.js';
import type { SelectionProblem } from './problem.rules.js';

/** What the worker is asked. */
export interface Question {
  id: number;
  problem: SelectionProblem;
  seconds: number;
}

/** What it answers; without a selection it failed. */
export interface Answer {
  id: number;
  selection?: Selection;
  fault?: string;
}

/** Answers one question after the other, beside the thread that answers requests. */
const highs = loadHighs();

parentPort?.on('message', ({ id, problem, seconds }: Question) => {
  void highs
    .then((solver): Answer => ({ id, selection: selectBest(solver, problem, seconds) }))
    .catch((error: unknown): Answer => ({
      id,
      fault: error instanceof Error ? error.message : String(error),
    }))
    .then((answer) => parentPort?.postMessage(answer));
});
