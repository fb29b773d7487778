import { readonly, ref, type Ref } from 'vue';
import { isPassing } from '../../../api/problem';
import type { DraftContent } from './report-form';
import type { DraftStore } from './stored-draft';

/** How a draft stands: `kept` is on this device only, `refused` was not taken by the server. */
export interface DraftState {
  kind: 'none' | 'typing' | 'saved' | 'kept' | 'refused';
  /** Instant of the last saving on the server. */
  at: string | null;
}

interface KeeperParts {
  put: (content: DraftContent) => Promise<unknown>;
  remove: () => Promise<unknown>;
  store: DraftStore;
  /** Instant of the last saving that the server knows of. */
  savedAt: string | null;
  /** Pause in typing after which a draft is saved. */
  pauseMs?: number;
  /** Pause before the next try after a lost connection. */
  retryMs?: number;
}

export interface DraftKeeper {
  state: Readonly<Ref<DraftState>>;
  /** Something was typed: it is on this device at once, and on the server after a pause. */
  touch: (content: DraftContent) => void;
  /** Saves now what is not saved yet. */
  flush: () => Promise<void>;
  /** Saves nothing more, and waits for what is under way: a draft must not come after its own publication. */
  halt: () => Promise<void>;
  /** Throws the draft away, here and on the server. */
  discard: () => Promise<void>;
  /** The report is out, which took the draft along. */
  forget: () => void;
  /** Tries once more and then leaves the rest to whoever opens the form next. */
  stop: () => void;
}

/** Brings a draft to the server one saving at a time, and keeps it on this device until it is there. */
export function createDraftKeeper(parts: KeeperParts): DraftKeeper {
  const { pauseMs = 700, retryMs = 8000 } = parts;
  const state = ref<DraftState>({ kind: parts.savedAt === null ? 'none' : 'saved', at: parts.savedAt });
  let waiting: DraftContent | null = null;
  let underWay: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  function later(ms: number): void {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void flush(), ms);
  }

  function touch(content: DraftContent): void {
    waiting = content;
    parts.store.write(content);
    if (state.value.kind !== 'kept') state.value = { kind: 'typing', at: state.value.at };
    later(pauseMs);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    await underWay;
    if (waiting === null) return;
    underWay = save(waiting);
    await underWay;
  }

  async function save(content: DraftContent): Promise<void> {
    waiting = null;
    try {
      await parts.put(content);
      settle(content);
    } catch (error) {
      waiting ??= content;
      state.value = { kind: isPassing(error) ? 'kept' : 'refused', at: state.value.at };
      if (isPassing(error)) later(retryMs);
    } finally {
      underWay = null;
    }
  }

  function settle(content: DraftContent): void {
    parts.store.clear(content);
    // What was typed while the saving was under way is not on the server yet.
    if (waiting === null) state.value = { kind: 'saved', at: new Date().toISOString() };
  }

  async function halt(): Promise<void> {
    clearTimeout(timer);
    waiting = null;
    await underWay;
    clearTimeout(timer);
    waiting = null;
  }

  function forget(): void {
    parts.store.clear();
    state.value = { kind: 'none', at: null };
  }

  async function discard(): Promise<void> {
    await halt();
    await parts.remove();
    forget();
  }

  function stop(): void {
    isStopped = true;
    void flush();
  }

  return { state: readonly(state), touch, flush, halt, discard, forget, stop };
}
