import { computed, reactive, ref, type ComputedRef } from 'vue';
import { ProblemError } from '../../../api/problem';
import type { Grid, Voice } from '../grid';
import { draftOf, isComplete, saysTheSame, type ScoreDraft } from './score-draft';

/** One card: what the server holds, what stands in the form, and how far saving got. */
export interface CardEntry {
  key: string;
  /** What the server held when it was last asked or told. */
  saved: ScoreDraft;
  /** What the server held when typing began: what somebody else puts there from then on is a conflict. */
  base: ScoreDraft;
  draft: ScoreDraft;
  isSaving: boolean;
  error: unknown;
  /** What somebody else has put there meanwhile, while something different is typed here. */
  theirs: ScoreDraft | null;
  /** Who did, as far as the server says so. */
  changedBy: string | null;
}

export type CardState = 'open' | 'incomplete' | 'waiting' | 'saving' | 'saved' | 'failed' | 'conflict';

/** The server as the entry of scores needs it. */
export interface GridServer {
  load: () => Promise<Grid>;
  give: (key: string, score: ScoreDraft, version: number) => Promise<number>;
  withdraw: (key: string, version: number) => Promise<number>;
}

export interface GridEntry {
  /** Takes over an answer of the server; what is being typed stays. */
  adopt: (grid: Grid) => void;
  card: (key: string) => CardEntry | undefined;
  stateOf: (card: CardEntry) => CardState;
  /** Something was chosen or typed; it is saved after a pause. */
  change: (key: string, part: Partial<ScoreDraft>) => void;
  /** Brings back what was typed before a reload; a conflict when the server holds something else than then. */
  restore: (key: string, draft: ScoreDraft, base: ScoreDraft | null) => void;
  /** Saves what is ready without waiting for the pause; done when nothing is left to send. */
  flush: () => Promise<void>;
  /** Settles a conflict: with what was typed here, or with what somebody else saved. */
  settle: (key: string, keep: 'mine' | 'theirs') => Promise<void>;
  withdraw: (key: string) => Promise<void>;
  /** Cards with something that the server does not hold. */
  dirty: ComputedRef<CardEntry[]>;
  isBusy: ComputedRef<boolean>;
}

const TYPING_PAUSE_MS = 1200;
/** So often the version may move away under a save before it counts as failed. */
const MOST_TRIES = 4;

/**
 * Keeps the answers of one voice while they are given. One change is on its way at a time and each carries the version
 * of the answer before, so that quick typing never meets itself as a conflict.
 */
export function createGridEntry(
  voice: Voice,
  server: GridServer,
  onSettled: () => void = () => undefined,
): GridEntry {
  const cards = reactive(new Map<string, CardEntry>());
  const running = ref<Promise<void> | null>(null);
  let version = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isDirty = (card: CardEntry): boolean => !saysTheSame(card.draft, card.saved);
  const isReady = (card: CardEntry): boolean =>
    isDirty(card) && isComplete(card.draft) && card.theirs === null && card.error === null;

  function adopt(grid: Grid): void {
    if (running.value === null && grid.version >= version) take(grid);
  }

  function take(grid: Grid): void {
    version = grid.version;
    for (const principle of grid.principles) meet(principle.key, draftOf(principle[voice]));
  }

  function meet(key: string, held: ScoreDraft): void {
    const card = cards.get(key);
    if (card === undefined) {
      cards.set(key, {
        key,
        saved: held,
        base: held,
        draft: { ...held },
        isSaving: false,
        error: null,
        theirs: null,
        changedBy: null,
      });
      return;
    }
    const wasDirty = isDirty(card);
    card.saved = held;
    if (!wasDirty) card.draft = { ...held };
    compare(card);
  }

  /** What is typed meets what the server holds now; where both moved away from the same start, a person decides. */
  function compare(card: CardEntry): void {
    if (!isDirty(card)) card.base = card.saved;
    card.theirs = saysTheSame(card.saved, card.base) ? null : { ...card.saved };
  }

  function restore(key: string, draft: ScoreDraft, base: ScoreDraft | null): void {
    const card = cards.get(key);
    if (card === undefined) return;
    card.base = base ?? draftOf(null);
    change(key, draft);
    compare(card);
  }

  function change(key: string, part: Partial<ScoreDraft>): void {
    const card = cards.get(key);
    if (card === undefined) return;
    Object.assign(card.draft, part);
    card.error = null;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), TYPING_PAUSE_MS);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    running.value ??= sendAll().finally(() => {
      running.value = null;
    });
    return running.value;
  }

  async function sendAll(): Promise<void> {
    let sent = 0;
    for (let next = firstReady(); next !== undefined; next = firstReady()) {
      await send(next);
      sent += 1;
    }
    clearTimeout(timer);
    if (sent > 0) onSettled();
  }

  function firstReady(): CardEntry | undefined {
    return [...cards.values()].find(isReady);
  }

  async function send(card: CardEntry): Promise<void> {
    const sent = { ...card.draft };
    await attempt(card, async () => {
      version = await server.give(card.key, sent, version);
      card.saved = sent;
      card.base = sent;
    });
  }

  /** A version that moved because of some other part of the project is no conflict: the change goes on from there. */
  async function attempt(card: CardEntry, work: () => Promise<void>): Promise<void> {
    card.isSaving = true;
    try {
      for (let tries = 1; ; tries += 1) {
        try {
          await work();
          return;
        } catch (error) {
          if (!(error instanceof ProblemError) || error.status !== 412 || tries === MOST_TRIES) throw error;
          take(await server.load());
          card.changedBy = changedBy(error.current);
          if (card.theirs !== null || !isDirty(card)) return;
        }
      }
    } catch (error) {
      card.error = error;
    } finally {
      card.isSaving = false;
    }
  }

  async function settle(key: string, keep: 'mine' | 'theirs'): Promise<void> {
    const card = cards.get(key);
    if (card === undefined || card.theirs === null) return;
    if (keep === 'theirs') card.draft = { ...card.theirs };
    card.base = card.saved;
    card.theirs = null;
    await flush();
  }

  async function withdraw(key: string): Promise<void> {
    await flush();
    const card = cards.get(key);
    if (card === undefined) return;
    card.isSaving = true;
    card.error = null;
    try {
      version = await server.withdraw(key, version);
      card.saved = draftOf(null);
      card.base = card.saved;
      card.draft = draftOf(null);
      onSettled();
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) take(await server.load());
      card.error = error;
    } finally {
      card.isSaving = false;
    }
  }

  function stateOf(card: CardEntry): CardState {
    if (card.theirs !== null) return 'conflict';
    if (card.isSaving) return 'saving';
    if (card.error !== null) return 'failed';
    if (!isDirty(card)) return card.saved.choice === null ? 'open' : 'saved';
    return isComplete(card.draft) ? 'waiting' : 'incomplete';
  }

  return {
    adopt,
    card: (key) => cards.get(key),
    stateOf,
    change,
    restore,
    flush,
    settle,
    withdraw,
    dirty: computed(() => [...cards.values()].filter(isDirty)),
    isBusy: computed(() => running.value !== null),
  };
}

/** The person behind the last change, when that change was a score. */
function changedBy(current: unknown): string | null {
  if (typeof current !== 'object' || current === null) return null;
  if (!('changedBy' in current) || !('command' in current) || current.command !== 'assessment.score')
    return null;
  return typeof current.changedBy === 'string' && current.changedBy !== '' ? current.changedBy : null;
}
