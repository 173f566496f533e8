import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/contracts/query-keys';
import { fetchViews } from '../api/fetch-views';
import type { OperatedView } from '../api/views';
import { remember, type History } from './history';

export const LOOK_AGAIN_MILLIS = 3_000;

/** Older figures are not to be taken for those of now. */
export const STALE_MILLIS = 10_000;

export interface Watched {
  views: readonly OperatedView[];
  history: History;
}

/** The views as they are, with what was seen of them since one came here; looked at again every few seconds. */
export function viewsQuery(running: boolean) {
  return queryOptions<Watched>({
    queryKey: queryKeys.operatedViews,
    queryFn: async ({ signal, client }) => {
      const views = await fetchViews(signal);
      const before = client.getQueryData<Watched>(queryKeys.operatedViews);
      return { views, history: remember(before?.history ?? [], views, Date.now()) };
    },
    staleTime: 0,
    retry: false,
    structuralSharing: false,
    refetchInterval: running && LOOK_AGAIN_MILLIS,
  });
}

/**
 * Keeps a view as it is once it was changed, and looks at all of them again. Until then nothing new is known of the others: the
 * figures stay as old as they are, and what keeps new ones from coming stays known.
 */
export async function keepChanged(client: QueryClient, changed: OperatedView): Promise<void> {
  const filter = { queryKey: queryKeys.operatedViews };
  // A look that began before the change may end with what was before it.
  await client.cancelQueries(filter);
  const query = client.getQueryCache().find<Watched>(filter);
  const before = query?.state.data;
  if (before) {
    const views = before.views.map((view) => (view.view === changed.view ? changed : view));
    query.setState({ data: { ...before, views } });
  }
  void client.invalidateQueries(filter);
}
