import { computed, reactive, watch, type Ref } from 'vue';
import { bodyOf, draftOf, draftOfBody, isSame, type DecisionDraft } from './decision-draft';
import type { LiveItem } from './types';
import type { Unsent } from './use-decision-queue';

/** What stands in the form of an item, as it was begun, and the version of the item on which it was. */
interface Typed {
  draft: DecisionDraft;
  begun: string;
  version: number;
}

interface DraftsOptions {
  items: Ref<LiveItem[]>;
  /** The item that is shown. */
  item: Ref<LiveItem | null>;
  sentOf: (itemId: string) => Unsent | null;
}

/** What is typed for each item; it stays while others are looked at. */
export function useDrafts({ items, item, sentOf }: DraftsOptions) {
  const typed = reactive(new Map<string, Typed>());

  /** Fills the form by what is on its way, else by what stands. */
  function begin({ id, version, decision }: LiveItem): void {
    const waiting = sentOf(id);
    // What is recorded already has its answer still to come.
    const sent = waiting === null || isSame(decision, waiting.body) ? null : waiting;
    const begun = draftOf(decision);
    const draft = sent === null ? begun : draftOfBody(sent.body);
    typed.set(id, { draft, begun: JSON.stringify(begun), version: sent?.version ?? version });
  }

  /** What others decide appears in the form, unless something else has been typed there. */
  function refresh(now: LiveItem): void {
    const known = typed.get(now.id);
    const body = known === undefined ? null : bodyOf(known.draft);
    if (!isTyped(known) || (body !== null && isSame(now.decision, body))) begin(now);
  }

  watch(
    [items, item],
    () => {
      for (const one of items.value) if (typed.has(one.id) || one.id === item.value?.id) refresh(one);
    },
    { immediate: true },
  );

  return {
    begin,
    draft: computed<DecisionDraft>({
      get: () => typed.get(item.value?.id ?? '')?.draft ?? draftOf(null),
      set: (next) => {
        const known = typed.get(item.value?.id ?? '');
        if (known !== undefined) known.draft = next;
      },
    }),
    versionOf: ({ id, version }: LiveItem): number => typed.get(id)?.version ?? version,
    /** From now on the form answers to what stands there. */
    accept: ({ id, version }: LiveItem): void => {
      const known = typed.get(id);
      if (known !== undefined) known.version = version;
    },
    /** Items for which something is typed that was not recorded. */
    begun: computed(() =>
      items.value.filter(({ id }) => isTyped(typed.get(id)) && sentOf(id) === null).map(({ id }) => id),
    ),
  };
}

function isTyped(known: Typed | undefined): boolean {
  return known !== undefined && JSON.stringify(known.draft) !== known.begun;
}
