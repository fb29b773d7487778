import { computed } from 'vue';
import { api } from '../../api/client';
import { useServerQuery } from '../../api/use-server-query';
import { useTitle } from '../../shared/format/use-title';

/** The bodies of the city as choices, by key. */
export function useBodies() {
  const title = useTitle();
  const query = useServerQuery({
    key: ['council-bodies'],
    load: (signal) => api.GET('/api/v1/council-bodies', { params: { query: {} }, signal }),
    staleTime: 3_600_000,
  });
  const bodies = computed(() => query.data.value?.items ?? []);
  const choice = (body: (typeof bodies.value)[number]) => ({ value: body.key, label: title(body.title) });
  return {
    /** All of them: papers of the past were before bodies of the past. */
    all: computed(() => bodies.value.map(choice)),
    valid: computed(() => bodies.value.filter(({ isValid }) => isValid).map(choice)),
    nameOf: (key: string): string => title(bodies.value.find((body) => body.key === key)?.title),
  };
}
