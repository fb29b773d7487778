import { computed, reactive, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { api, ifMatch } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { useCommand } from '../../../api/use-command';
import { useProblem } from '../../../api/use-problem';
import type { CoverSheet, SheetEntries, SheetField } from '../papers';
import {
  type Arrival,
  differingFields,
  entriesOf,
  mergeEntries,
  valuesWith,
  withEntry,
  withoutEntry,
} from './sheet-draft';

interface Given {
  paperId: () => string;
  /** The sheet as it is now; undefined while it is on its way or when the page shows the past. */
  sheet: () => CoverSheet | undefined;
  refetch: () => Promise<unknown>;
}

/** What is being entered on a cover sheet, until it is saved as a whole. What others save meanwhile comes in beside it. */
export function useSheetDraft(given: Given) {
  const { t } = useI18n();
  const entries = ref<SheetEntries>({});
  const base = shallowRef<SheetEntries>({});
  const current = shallowRef<CoverSheet>();
  const arrivals = ref<Arrival[]>([]);
  const isRefused = ref(false);

  watch(
    given.sheet,
    (sheet) => {
      if (sheet === undefined) return;
      const theirs = entriesOf(sheet);
      const merged = mergeEntries({ base: base.value, mine: entries.value, theirs });
      if (current.value !== undefined) {
        const fresh = new Set(merged.arrivals.map(({ field }) => field));
        arrivals.value = [...arrivals.value.filter(({ field }) => !fresh.has(field)), ...merged.arrivals];
      }
      entries.value = merged.entries;
      base.value = theirs;
      current.value = sheet;
    },
    { immediate: true },
  );

  const isDirty = computed(() => differingFields(base.value, entries.value).length > 0);
  const save = useCommand({
    run: () =>
      api.PUT('/api/v1/papers/{id}/cover-sheet', {
        params: { path: { id: given.paperId() } },
        headers: ifMatch(current.value?.version ?? 0),
        body: entries.value,
      }),
    done: () => t('papers.sheet.saved'),
  });
  const problem = useProblem(() => save.error.value);

  function enter(field: SheetField, value: unknown): void {
    if (current.value === undefined) return;
    const { fromProjects } = current.value;
    entries.value = withEntry(entries.value, { field, value, fromProjects });
  }

  /** Fills a field from the projects again. */
  function release(field: SheetField): void {
    entries.value = withoutEntry(entries.value, field);
  }

  /** Takes what the others entered in place of what was typed here. */
  function take({ field, theirs }: Arrival): void {
    entries.value = {
      ...withoutEntry(entries.value, field),
      ...(theirs === undefined ? {} : { [field]: theirs }),
    };
    arrivals.value = arrivals.value.filter((arrival) => arrival.field !== field);
  }

  /** True when it is saved; the error of a refusal stays with the form. */
  async function submit(): Promise<boolean> {
    isRefused.value = false;
    arrivals.value = [];
    try {
      await save.mutateAsync();
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) {
        isRefused.value = true;
        await given.refetch();
      }
      return false;
    }
  }

  return reactive({
    values: computed(() => current.value && valuesWith(current.value.fromProjects, entries.value)),
    fromProjects: computed(() => current.value?.fromProjects),
    entries,
    arrivals,
    /** The last attempt to save met a newer version, which is here now. */
    isRefused,
    isDirty,
    isBusy: computed(() => save.isPending.value),
    problem,
    enter,
    release,
    take,
    submit,
  });
}

export type SheetDraft = ReturnType<typeof useSheetDraft>;
