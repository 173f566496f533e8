import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Fetches what is shown anew, with the tokens of now. A first fetch that is under way must not count: it may have been
 * answered before the moment that asked for this.
 */
export async function refetch(client: QueryClient, queryKey: QueryKey): Promise<void> {
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
}

/** Asks again what is shown and could not be had, now that the services may be reached again. */
export async function refetchFailed(client: QueryClient): Promise<void> {
  await client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
}
