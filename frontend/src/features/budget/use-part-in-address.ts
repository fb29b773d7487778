import { nextTick, watch } from 'vue';
import { useRoute } from 'vue-router';

/**
 * Brings the part of the tab that the address names (`#gaps`), or the rows of it (`#gaps/2026-operating`), into view and
 * focus, as soon as it is there. Rows say in `data-row` what they are called.
 */
export function usePartInAddress(isThere: () => boolean): void {
  const route = useRoute();
  watch(
    () => [isThere(), route.hash] as const,
    async ([there, hash]) => {
      if (!there || hash === '') return;
      await nextTick();
      const [id = '', row = ''] = hash.slice(1).split('/');
      const part = document.getElementById(id);
      if (part === null) return;
      const rows = [...part.querySelectorAll<HTMLElement>(`[data-row~="${CSS.escape(row)}"]`)];
      for (const one of rows) one.setAttribute('aria-current', 'true');
      const place = rows[0] ?? part;
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
      place.scrollIntoView({ block: rows.length > 0 ? 'center' : 'start' });
    },
    { immediate: true },
  );
}
