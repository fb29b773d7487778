import { QueryClient } from '@tanstack/vue-query';
import { isPassing } from './problem';

const attempts = 3;

/**
 * The cache of what the server knows. Wrong questions are not asked twice; a lost connection or a busy server gets
 * three more tries, half a second, one and two seconds apart. Commands are never repeated by themselves.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        networkMode: 'always',
        retry: (failures, error) => failures < attempts && isPassing(error),
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
