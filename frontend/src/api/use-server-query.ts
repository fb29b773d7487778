import { keepPreviousData, useQuery, type UseQueryReturnType } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { useMoment } from '../app/stores/moment';

interface ServerQuery<Data> {
  /** Names the question; the moment the interface stands in is put in front. */
  key: MaybeRefOrGetter<readonly unknown[]>;
  load: (signal: AbortSignal) => Promise<{ data?: Data }>;
  enabled?: MaybeRefOrGetter<boolean>;
  /** Keeps the old answer on screen while the next one is on its way: for lists. */
  keepPrevious?: boolean;
  /** Milliseconds an answer counts as fresh. */
  staleTime?: number;
  /** For what has no history, such as drafts: the same answer whatever the moment. */
  live?: boolean;
}

/** Asks the server and keeps the answer; an answer about the past never gets stale. */
export function useServerQuery<Data>(
  options: ServerQuery<Data>,
): UseQueryReturnType<NonNullable<Data>, Error> {
  const moment = useMoment();
  const at = computed(() => (options.live === true || moment.asOf === null ? 'now' : moment.asOf));
  return useQuery<NonNullable<Data>>({
    queryKey: computed(() => [at.value, ...toValue(options.key)]),
    queryFn: async ({ signal }) => {
      const { data } = await options.load(signal);
      if (data === undefined || data === null) throw new TypeError('The answer is empty.');
      return data;
    },
    enabled: computed(() => toValue(options.enabled) ?? true),
    staleTime: computed(() => options.staleTime ?? (at.value === 'now' ? 15_000 : Number.POSITIVE_INFINITY)),
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}
