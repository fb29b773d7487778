import { toValue, type MaybeRefOrGetter } from 'vue';
import { api } from '../../../api/client';
import { useServerQuery } from '../../../api/use-server-query';
import { MOST } from '../types';

/** Asks for a session by its number; what belongs to it uses keys that start with the same two words. */
export function useReviewSession(number: MaybeRefOrGetter<string>) {
  return useServerQuery({
    key: () => ['review-sessions', toValue(number)],
    load: (signal) =>
      api.GET('/api/v1/review-sessions/{id}', { params: { path: { id: toValue(number) } }, signal }),
  });
}

/** The agenda of a session: items taken in their order, then those dropped. */
export function useAgenda(number: MaybeRefOrGetter<string>) {
  return useServerQuery({
    key: () => ['review-sessions', toValue(number), 'items'],
    load: (signal) =>
      api.GET('/api/v1/review-sessions/{id}/items', {
        params: { path: { id: toValue(number) }, query: { pageSize: MOST } },
        signal,
      }),
  });
}
