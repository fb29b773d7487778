import { defineStore } from 'pinia';
import { computed, readonly, ref } from 'vue';
import { todayInBerlin } from '../../shared/format/dates';

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
/** A revision, and the day on which age and lateness are judged where it is not that of the revision. */
const revision = /^r\d{1,15}(?:@(\d{4}-\d{2}-\d{2}))?$/;

/** Whether the text names a moment that has been: a day, an instant or a revision (`r123`, `r123@2026-11-23`). */
export function isMoment(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  if (day.test(text)) return isDay(text) && text <= todayInBerlin();
  if (instant.test(text)) return Date.parse(text) <= Date.now();
  const judgedOn = judgementDay(text);
  return revision.test(text) && (judgedOn === undefined || (isDay(judgedOn) && judgedOn <= todayInBerlin()));
}

/** The day on which a revision is to be judged, where its name says so (`r123@2026-11-23`). */
export function judgementDay(moment: string): string | undefined {
  return revision.exec(moment)?.[1];
}

function isDay(text: string): boolean {
  const read = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}

/** The moment the whole interface shows. The URL is its home; the router keeps both the same. */
export const useMoment = defineStore('moment', () => {
  const asOf = ref<string | null>(null);
  const refused = ref<string | null>(null);

  /** Nothing can be changed in the past. */
  const readOnly = computed(() => asOf.value !== null);

  /** The day on which age and lateness are judged, `YYYY-MM-DD` in Europe/Berlin. */
  const today = computed(() => {
    if (asOf.value !== null && day.test(asOf.value)) return asOf.value;
    if (asOf.value !== null && instant.test(asOf.value)) return todayInBerlin(new Date(asOf.value));
    return (asOf.value === null ? undefined : judgementDay(asOf.value)) ?? todayInBerlin();
  });

  function take(value: string | null): void {
    asOf.value = value;
    if (value !== null) refused.value = null;
  }

  /** Keeps in mind that a moment was asked for that does not exist or is yet to come; null when it has been read. */
  function refuse(text: string | null): void {
    refused.value = text;
  }

  return { asOf: readonly(asOf), refused: readonly(refused), readOnly, today, take, refuse };
});
