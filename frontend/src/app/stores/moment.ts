import { defineStore } from 'pinia';
import { computed, readonly, ref } from 'vue';
import { todayInBerlin } from '../../shared/format/dates';

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
const revision = /^r\d+$/;

/** Whether the text names a moment: a day, an instant or a revision (`r123`). */
export function isMoment(text: unknown): text is string {
  return typeof text === 'string' && (day.test(text) || instant.test(text) || revision.test(text));
}

/** The moment the whole interface shows. The URL is its home; the router keeps both the same. */
export const useMoment = defineStore('moment', () => {
  const asOf = ref<string | null>(null);

  /** Nothing can be changed in the past. */
  const readOnly = computed(() => asOf.value !== null);

  /** The day on which age and lateness are judged, `YYYY-MM-DD` in Europe/Berlin. */
  const today = computed(() => {
    if (asOf.value !== null && day.test(asOf.value)) return asOf.value;
    if (asOf.value !== null && instant.test(asOf.value)) return todayInBerlin(new Date(asOf.value));
    return todayInBerlin();
  });

  function take(value: string | null): void {
    asOf.value = value;
  }

  return { asOf: readonly(asOf), readOnly, today, take };
});
