import { queryOptions } from '@tanstack/react-query';
import { queryKeys } from '@/contracts/query-keys';
import { fetchAlerts } from '../api/fetch-alerts';

/** Prometheus itself decides every 15 s. */
const LOOK_AGAIN_MILLIS = 10_000;

/** Older alerts are not to be taken for those of now. */
export const STALE_ALERTS_MILLIS = 3 * LOOK_AGAIN_MILLIS;

export function alertsQuery(running: boolean) {
  return queryOptions({
    queryKey: queryKeys.alerts,
    queryFn: ({ signal }) => fetchAlerts(signal),
    staleTime: 0,
    retry: false,
    refetchInterval: running && LOOK_AGAIN_MILLIS,
  });
}
