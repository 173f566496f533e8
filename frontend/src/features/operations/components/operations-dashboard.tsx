'use client';

import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { queryKeys } from '@/contracts/query-keys';
import { alertsQuery, STALE_ALERTS_MILLIS } from '../model/alerts-query';
import { lettersQuery, STALE_LETTERS_MILLIS } from '../model/letters';
import { STALE_MILLIS, viewsQuery } from '../model/views-query';
import { AlertSection } from './alert-section';
import { Freshness } from './freshness';
import { LetterSection } from './letter-section';
import styles from './operations-dashboard.module.css';
import { RebuildSection } from './rebuild-section';
import { Summary } from './summary';
import { useOlderThan } from './use-now';
import { ViewSection } from './view-section';

const OPEN_LETTERS = { view: null, all: false };

/** How the platform is, live, and what can be done about it. */
export function OperationsDashboard() {
  const t = useTranslations();
  const client = useQueryClient();
  const [running, setRunning] = useState(true);
  const [since, setSince] = useState(0);
  const views = useQuery(viewsQuery(running));
  const letters = useQuery(lettersQuery(OPEN_LETTERS, running));
  const alerts = useQuery(alertsQuery(running));
  const viewsNow = useOfNow(views, STALE_MILLIS, running);
  const lettersNow = useOfNow(letters, STALE_LETTERS_MILLIS, running);
  const alertsNow = useOfNow(alerts, STALE_ALERTS_MILLIS, running);
  const names = views.data?.views.map(({ view }) => view) ?? [];
  return (
    <div className={styles.dashboard}>
      <div className={styles.bar}>
        <Freshness at={views.dataUpdatedAt} error={views.error} running={running} since={since} />
        <Button look="plain" onClick={running ? () => setRunning(false) : goOn}>
          {running ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
          {running ? t('operations.pause') : t('operations.goOn')}
        </Button>
      </div>
      <Summary views={viewsNow?.views} letters={lettersNow} alerts={alertsNow} />
      {views.data === undefined ? (
        !views.error && <Skeleton width="100%" height={420} />
      ) : (
        <ViewSection views={views.data.views} history={views.data.history} />
      )}
      <AlertSection alerts={alerts.data} error={alerts.error} />
      {views.data && <RebuildSection views={views.data.views} />}
      <LetterSection names={names} running={running} />
    </div>
  );

  function goOn() {
    setRunning(true);
    setSince(Date.now());
    void client.refetchQueries({ queryKey: queryKeys.operations, type: 'active' });
  }
}

/** What is known, unless nobody can say that it still is so. */
function useOfNow<T>({ data, dataUpdatedAt, error }: UseQueryResult<T>, millis: number, running: boolean) {
  const isOld = useOlderThan(dataUpdatedAt, millis);
  return error || (running && isOld) ? undefined : data;
}
