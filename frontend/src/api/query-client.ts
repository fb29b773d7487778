import { QueryClient } from '@tanstack/vue-query';
import { isPassing, isPause } from './problem';

const attempts = 3;

/**
 * The cache of what the server knows. Wrong questions are not asked twice; a lost connection or a busy server gets
 * three more tries, half a second, one and two seconds apart, or after the pause that the server asks for. Commands are never repeated by themselves.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        networkMode: 'always',
        retry: (failures, error) => failures < attempts && isPassing(error),
        retryDelay: (failures, error) =>
          isPause(error) ? 1000 * (error.retryAfterSeconds ?? 10) : 500 * 2 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
