import { computed, nextTick, ref, watch, type Ref } from 'vue';
import { api } from '../../api/client';
import { isPassing } from '../../api/problem';
import type { LiveItem } from './types';

interface WallsOptions {
  number: string;
  items: Ref<LiveItem[]>;
  /** Where all walls stand. */
  position: Ref<string | null>;
  mayMove: Ref<boolean>;
  /** Somebody is writing here: what the walls do must not take that away. */
  isHeld: Ref<boolean>;
  reloadPosition: () => Promise<unknown>;
}

const TRIES = 4;
const AGAIN_AFTER_MS = 1_000;

/** Which item this screen shows: that of all walls, or one that somebody browses to alone. */
export function useWalls({ number, items, position, mayMove, isHeld, reloadPosition }: WallsOptions) {
  const isFollowing = ref(true);
  const chosen = ref<string | null>(null);
  /** Where this screen takes the others. Until they are there nothing old leads it back. */
  const leadingTo = ref<string | null>(null);

  /** The walls went on while somebody was writing here. */
  const isBehind = ref(false);

  watch([position, isFollowing], follow, { immediate: true });
  watch(isHeld, (held) => {
    if (!held && isBehind.value) follow();
  });

  function follow(): void {
    if (!isFollowing.value || leadingTo.value !== null || position.value === null) return;
    isBehind.value = isHeld.value && position.value !== chosen.value;
    if (!isBehind.value) chosen.value = position.value;
  }

  /** Goes where the walls are, whatever is begun here. */
  function catchUp(): void {
    isBehind.value = false;
    chosen.value = position.value;
  }

  const index = computed(() =>
    Math.max(
      0,
      items.value.findIndex(({ id }) => id === chosen.value),
    ),
  );
  const item = computed<LiveItem | null>(() => items.value[index.value] ?? null);

  /** Shows an item; who prepares the session takes everybody along. */
  async function goTo(itemId: string): Promise<void> {
    if (!mayMove.value) isFollowing.value = false;
    chosen.value = itemId;
    isBehind.value = false;
    if (!mayMove.value || !isFollowing.value) return;
    const isLeading = leadingTo.value !== null;
    leadingTo.value = itemId;
    if (!isLeading) await lead();
  }

  /** One step after the other, or an older one could come last; steps that were passed meanwhile are left out. */
  async function lead(): Promise<void> {
    let reached: string | null = null;
    let failures = 0;
    try {
      while (leadingTo.value !== null && leadingTo.value !== reached) {
        const target: string = leadingTo.value;
        if (await move(target)) {
          reached = target;
          failures = 0;
          await reloadPosition();
          await nextTick();
        } else {
          failures += 1;
          // Without a line this screen goes on alone.
          if (failures === TRIES) return;
          await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
        }
      }
    } finally {
      leadingTo.value = null;
    }
    follow();
  }

  /** False when the server can not be reached. */
  async function move(itemId: string): Promise<boolean> {
    try {
      await api.PUT('/api/v1/review-sessions/{id}/live/position', {
        params: { path: { id: number } },
        body: { itemId },
      });
      return true;
    } catch (error) {
      if (isPassing(error)) return false;
      throw error;
    }
  }

  async function step(by: 1 | -1): Promise<void> {
    const next = items.value[index.value + by];
    if (next !== undefined) await goTo(next.id);
  }

  /** Where the walls are while this screen stays behind. */
  const ahead = computed(() =>
    isBehind.value ? (items.value.find(({ id }) => id === position.value) ?? null) : null,
  );

  return { isFollowing, index, item, ahead, goTo, step, catchUp };
}
