import { queryOptions } from '@tanstack/react-query';
import { queryKeys } from '@/contracts/query-keys';
import { fetchAlerts } from '../api/fetch-alerts';

/** Prometheus itself decides every 15 s. */
const LOOK_AGAIN_MILLIS = 10_000;

export function alertsQuery(running: boolean) {
  return queryOptions({
    queryKey: queryKeys.alerts,
    queryFn: ({ signal }) => fetchAlerts(signal),
    staleTime: 0,
    retry: false,
    refetchInterval: running && LOOK_AGAIN_MILLIS,
  });
}
