'use client';

import { BellOff, ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Entries, Entry, NoEntries } from '@/components/ui/entries';
import { FormError } from '@/components/ui/form-error';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import type { Alert, Alerts } from '../api/fetch-alerts';
import { alertLevel } from '../model/levels';
import { useProblemWords } from '../model/use-problem-words';
import styles from './alert-section.module.css';
import { LevelMark } from './level-mark';
import { Section } from './section';

/** What Prometheus has found, or why nobody knows. */
export function AlertSection({ alerts, error }: { alerts: Alerts | undefined; error: unknown }) {
  const t = useTranslations();
  const problemWords = useProblemWords();
  return (
    <Section title={t('operations.alerts')} hint={t('operations.alertsHint')}>
      <FormError message={problemWords(error)} />
      {alerts === undefined && !error && <Skeleton width="100%" height={60} />}
      {alerts?.source === 'none' && <Unknown text={t('operations.alertsNotConfiguredText')} />}
      {alerts?.source === 'unreachable' && <Unknown text={t('operations.alertsUnreachableText')} />}
      {alerts?.source === 'prometheus' && alerts.alerts.length === 0 && (
        <NoEntries>{t('operations.noAlerts')}</NoEntries>
      )}
      {alerts && alerts.alerts.length > 0 && (
        <Entries label={t('operations.alerts')}>
          {alerts.alerts.map((alert) => (
            <AlertEntry key={alert.name + JSON.stringify(alert.labels)} alert={alert} />
          ))}
        </Entries>
      )}
    </Section>
  );
}

function Unknown({ text }: { text: string }) {
  return (
    <p className={styles.unknown}>
      <BellOff size={20} aria-hidden />
      {text}
    </p>
  );
}

function AlertEntry({ alert }: { alert: Alert }) {
  const t = useTranslations();
  const { name, severity, state, since, summary, description, runbook, labels } = alert;
  const labelled = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return (
    <Entry
      sign={<LevelMark level={alertLevel(alert)} size={22} />}
      title={
        <>
          <b>{summary ?? name}</b>
        </>
      }
      about={
        <>
          {summary !== null && <>{name} · </>}
          {severity && <>{severity} · </>}
          {state === 'firing' ? t('operations.alertFiring') : t('operations.alertPending')}{' '}
          {t.rich('operations.since', { time: () => <Time at={since} /> })}
        </>
      }
      text={
        <>
          {description}
          {labelled.length > 0 && (
            <span className={styles.labels}>
              {labelled.map((label) => (
                <code key={label}>{label}</code>
              ))}
            </span>
          )}
        </>
      }
      actions={
        runbook !== null &&
        /^https?:/.test(runbook) && (
          <a
            href={runbook}
            target="_blank"
            rel="noreferrer"
            className={styles.runbook}
            aria-label={t('operations.runbookOf', { name })}
          >
            {t('operations.runbook')}
            <ExternalLink size={14} aria-hidden />
          </a>
        )
      }
    />
  );
}
