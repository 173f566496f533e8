'use client';

import { useQuery } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { lettersQuery } from '../model/letters';
import { alertsQuery } from '../model/alerts-query';
import { viewsQuery } from '../model/views-query';
import { AlertSection } from './alert-section';
import { Freshness } from './freshness';
import { LetterSection } from './letter-section';
import styles from './operations-dashboard.module.css';
import { RebuildSection } from './rebuild-section';
import { Summary } from './summary';
import { ViewSection } from './view-section';

const OPEN_LETTERS = { view: null, all: false };

/** How the platform is, live, and what can be done about it. */
export function OperationsDashboard() {
  const t = useTranslations();
  const [running, setRunning] = useState(true);
  const views = useQuery(viewsQuery(running));
  const letters = useQuery(lettersQuery(OPEN_LETTERS, running));
  const alerts = useQuery(alertsQuery(running));
  const names = views.data?.views.map(({ view }) => view) ?? [];
  return (
    <div className={styles.dashboard}>
      <div className={styles.bar}>
        <Freshness at={views.dataUpdatedAt} error={views.error} running={running} />
        <Button look="plain" onClick={() => setRunning(!running)}>
          {running ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
          {running ? t('operations.pause') : t('operations.goOn')}
        </Button>
      </div>
      <Summary
        views={views.error ? undefined : views.data?.views}
        letters={letters.error ? undefined : letters.data}
        alerts={alerts.error ? undefined : alerts.data}
      />
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
}
