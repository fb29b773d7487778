import { computed, onBeforeUnmount, ref, type Ref } from 'vue';
import { api, ifMatch } from '../../api/client';
import { isPassing, ProblemError } from '../../api/problem';
import { usePreference } from '../../shared/list/use-preference';
import { isSame } from './decision-draft';
import type { DecisionBody, LiveItem } from './types';

/** A decision that was made here and of which nobody knows yet that it is recorded. */
export interface Unsent {
  itemId: string;
  /** The version of the item on which it was made. */
  version: number;
  body: DecisionBody;
  madeAt: string;
  /** `conflict`: somebody else decided meanwhile, and it waits for a choice; `refused`: it came too late. */
  state: 'waiting' | 'conflict' | 'refused';
}

interface QueueOptions {
  number: string;
  personId: string;
  /** Reads the agenda anew. */
  reload: () => Promise<LiveItem[]>;
}

const AGAIN_EVERY_MS = 2_000;

/**
 * Decisions on their way to the server. One that got no answer stays, also over a reload of the page, and is sent again
 * until it is answered: its item's version lets it count once.
 */
export function useDecisionQueue({ number, personId, reload }: QueueOptions) {
  const unsent: Ref<Unsent[]> = usePreference(`decisions.${personId}.${number}`, [], isQueue);
  const problems = ref<Record<string, ProblemError>>({});
  const isSending = ref(false);

  function record(itemId: string, version: number, body: DecisionBody): Promise<void> {
    const others = unsent.value.filter((one) => one.itemId !== itemId);
    unsent.value = [
      ...others,
      { itemId, version, body, madeAt: new Date().toISOString(), state: 'waiting' as const },
    ];
    problems.value = without(problems.value, itemId);
    return send();
  }

  function forget(itemId: string): void {
    unsent.value = unsent.value.filter((one) => one.itemId !== itemId);
  }

  async function send(): Promise<void> {
    if (isSending.value) return;
    isSending.value = true;
    try {
      // What is recorded while another one is on its way goes out right after it.
      for (let one = firstWaiting(); one !== undefined; one = firstWaiting()) {
        if (!(await attempt(one))) break;
      }
    } finally {
      isSending.value = false;
    }
  }

  const firstWaiting = (): Unsent | undefined => unsent.value.find(({ state }) => state === 'waiting');

  /** False when the server can not be reached. */
  async function attempt(one: Unsent): Promise<boolean> {
    try {
      await api.PUT('/api/v1/review-sessions/{id}/items/{item}/decision', {
        params: { path: { id: number, item: one.itemId } },
        headers: ifMatch(one.version),
        body: one.body,
      });
      await reload();
      settle(one);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (isPassing(error) || error.status === 504 || error.status === 401) return false;
      if (error.status === 412) await compare(one);
      else if (isTooLate(error)) mark(one, 'refused');
      else {
        settle(one);
        problems.value = { ...problems.value, [one.itemId]: error };
      }
    }
    return true;
  }

  /** The item has changed: by this very decision, whose answer got lost, or by somebody else. */
  async function compare(one: Unsent): Promise<void> {
    const item = (await reload()).find(({ id }) => id === one.itemId);
    if (isSame(item?.decision ?? null, one.body)) settle(one);
    else mark(one, 'conflict');
  }

  function mark(one: Unsent, state: Unsent['state']): void {
    unsent.value = unsent.value.map((other) => (isThat(other, one) ? { ...other, state } : other));
  }

  /** What was recorded meanwhile for the same item stays. */
  function settle(one: Unsent): void {
    unsent.value = unsent.value.filter((other) => !isThat(other, one));
  }

  const timer = setInterval(() => void send(), AGAIN_EVERY_MS);
  onBeforeUnmount(() => clearInterval(timer));

  return {
    problems,
    waiting: computed(() => unsent.value.filter(({ state }) => state === 'waiting').length),
    refused: computed(() => unsent.value.filter(({ state }) => state === 'refused')),
    of: (itemId: string) =>
      unsent.value.find((one) => one.itemId === itemId && one.state !== 'refused') ?? null,
    record,
    forget,
    send,
  };
}

/** The session was closed, the item is gone, or the person may not decide any more. */
function isTooLate({ status }: ProblemError): boolean {
  return status === 403 || status === 404 || status === 409;
}

function isThat(one: Unsent, other: Unsent): boolean {
  return one.itemId === other.itemId && one.madeAt === other.madeAt;
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

function isQueue(value: unknown): value is Unsent[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one: unknown) =>
        typeof one === 'object' &&
        one !== null &&
        ['itemId', 'body', 'version', 'state'].every((key) => key in one),
    )
  );
}
