import { nextTick, watch } from 'vue';
import { useRoute } from 'vue-router';

/** Brings the part of the tab that the address names (`#gaps`) into view and focus, as soon as it is there. */
export function usePartInAddress(isThere: () => boolean): void {
  const route = useRoute();
  watch(
    () => [isThere(), route.hash] as const,
    async ([there, hash]) => {
      if (!there || hash === '') return;
      await nextTick();
      const part = document.getElementById(hash.slice(1));
      if (part === null) return;
      part.tabIndex = -1;
      part.focus({ preventScroll: true });
      part.scrollIntoView();
    },
    { immediate: true },
  );
}
