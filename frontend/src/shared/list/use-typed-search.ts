import { ref, watch, type Ref } from 'vue';

/** The part of a list's state in the URL that a search field writes. */
interface SearchState {
  values: { readonly q: string };
  typed: (name: 'q', value: string) => void;
}

/** What is typed shows at once; the URL follows after a pause, and wins when it changes from elsewhere. */
export function useTypedSearch(state: () => SearchState): Ref<string> {
  const typed = ref(state().values.q);
  watch(typed, (q) => {
    if (q !== state().values.q) state().typed('q', q);
  });
  watch(
    () => state().values.q,
    (q) => (typed.value = q),
  );
  return typed;
}
