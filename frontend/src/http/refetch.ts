import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Fetches what is shown anew, with the tokens of now. A first fetch that is under way must not count: it may have been
 * answered before the moment that asked for this.
 */
export async function refetch(client: QueryClient, queryKey: QueryKey): Promise<void> {
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
}
