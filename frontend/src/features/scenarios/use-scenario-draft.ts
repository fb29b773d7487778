import { computed, ref, shallowRef, watch } from 'vue';
import type { Scenario } from './scenarios';
import { draftOf, sameTerms, type TermsDraft } from './terms/terms-draft';

/** What is typed into a scenario, on top of the version that it was begun on. */
export function useScenarioDraft(scenario: () => Scenario | undefined) {
  const base = shallowRef<Scenario | null>(null);
  const draft = ref<TermsDraft | null>(null);
  const isDirty = computed(
    () =>
      base.value !== null &&
      draft.value !== null &&
      !sameTerms(draft.value, draftOf(base.value), base.value.budget.yearFrom),
  );

  /** Begins anew with what is there now. */
  function take(): void {
    const present = scenario();
    if (present === undefined) return;
    base.value = present;
    draft.value = draftOf(present);
  }

  // What others save meanwhile does not take away what is typed here; saving then says who was faster.
  watch(
    scenario,
    (present) => {
      if (present === undefined) return;
      if (!isDirty.value || present.id !== base.value?.id) take();
    },
    { immediate: true },
  );

  return { base, draft, isDirty, take };
}
