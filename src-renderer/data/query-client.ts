import { QueryClient } from '@tanstack/react-query';
import { isWorthRetrying } from './data-error.ts';

const MOST_TRIES = 3;

/**
 * Reads are fresh until the data process says otherwise, and are asked of this machine: being offline changes nothing about them.
 */
export function createQueryClient(): QueryClient {
  const retry = (failures: number, error: Error): boolean => failures < MOST_TRIES && isWorthRetrying(error);
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 5 * 60_000, networkMode: 'always', refetchOnWindowFocus: false, retry, retryDelay: 300 },
      mutations: { networkMode: 'always', retry, retryDelay: 300 },
    },
  });
}
