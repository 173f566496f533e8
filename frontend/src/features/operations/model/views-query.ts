import { queryOptions } from '@tanstack/react-query';
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

/** What is known of all views once one of them was changed; the next look tells more. */
export function viewAfterChange(changed: OperatedView) {
  return (before: Watched | undefined): Watched | undefined =>
    before && { ...before, views: before.views.map((view) => (view.view === changed.view ? changed : view)) };
}
