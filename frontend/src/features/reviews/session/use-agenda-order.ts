import { computed, ref, watch } from 'vue';
import { api } from '../../../api/client';
import type { Item, Session } from '../types';
import { useSessionCommand } from './use-session-command';

/** The order of the agenda: a move is seen at once, and sent as soon as the one before it has arrived. */
export function useAgendaOrder(given: { session: () => Session; items: () => Item[] }) {
  const wanted = ref<string[] | null>(null);
  const command = useSessionCommand(() => given.session().version);

  const ids = computed(() => wanted.value ?? given.items().map(({ id }) => id));
  const ordered = computed(() =>
    ids.value.flatMap((id) => given.items().find((item) => item.id === id) ?? []),
  );

  // Somebody took or dropped an item meanwhile: their agenda counts.
  watch(
    () =>
      given
        .items()
        .map(({ id }) => id)
        .sort()
        .join(),
    () => (wanted.value = null),
  );

  /** Moves an item by one place, up or down. */
  function move(id: string, by: -1 | 1): void {
    const order = [...ids.value];
    const from = order.indexOf(id);
    const other = order[from + by];
    if (from < 0 || other === undefined) return;
    order[from] = other;
    order[from + by] = id;
    wanted.value = order;
    void send();
  }

  async function send(): Promise<void> {
    const order = wanted.value;
    if (order === null || command.isPending.value) return;
    const isDone = await command.run((headers) =>
      api.PUT('/api/v1/review-sessions/{id}/order', {
        params: { path: { id: given.session().id } },
        headers,
        body: { itemIds: order },
      }),
    );
    if (isDone && wanted.value !== null && wanted.value !== order) return send();
    wanted.value = null;
  }

  return { ordered, move };
}
