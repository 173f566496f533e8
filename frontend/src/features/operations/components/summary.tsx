'use client';

import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Alerts } from '../api/fetch-alerts';
import type { LetterList } from '../api/fetch-dead-letters';
import type { OperatedView } from '../api/views';
import { alertLevel, lagLevel, worst, type Level } from '../model/levels';
import { spanWords } from '../model/span-words';
import { LevelMark } from './level-mark';
import styles from './summary.module.css';

interface Props {
  /** Undefined while nobody knows. */
  views: readonly OperatedView[] | undefined;
  letters: LetterList | undefined;
  alerts: Alerts | undefined;
}

/** What matters most, in four figures. */
export function Summary({ views, letters, alerts }: Props) {
  const t = useTranslations();
  return (
    <section aria-label={t('operations.summary')}>
      <dl className={styles.tiles}>
        <LagTile views={views} />
        <RateTile views={views} />
        <LetterTile letters={letters} />
        <AlertTile alerts={alerts} />
      </dl>
    </section>
  );
}

function LagTile({ views }: Pick<Props, 'views'>) {
  const t = useTranslations();
  const locale = useLocale();
  const unknown = views?.find(({ live }) => live.lagSeconds === null);
  const longest = views?.reduce<OperatedView | undefined>(
    (one, other) => ((other.live.lagSeconds ?? -1) > (one?.live.lagSeconds ?? -1) ? other : one),
    undefined,
  );
  const shown = longest ?? unknown;
  const seconds = longest?.live.lagSeconds ?? null;
  const calm = seconds === 0 && unknown === undefined;
  return (
    <Tile
      name={t('operations.longestLag')}
      level={worst([lagLevel(seconds), ...(unknown ? ['unknown' as const] : [])])}
      value={seconds === null ? null : spanWords(seconds, locale)}
    >
      {calm && t('operations.noLag')}
      {!calm && shown && t('operations.inView', { view: shown.view })}
    </Tile>
  );
}

function RateTile({ views }: Pick<Props, 'views'>) {
  const t = useTranslations();
  const rates = views?.map(({ live }) => live.rate) ?? [];
  const known = views !== undefined && rates.every((rate) => rate !== null);
  return (
    <Tile
      name={t('operations.applied')}
      level={known ? 'good' : 'unknown'}
      value={
        known
          ? t('operations.perSecond', { count: Math.round(rates.reduce((sum, rate) => sum + (rate ?? 0), 0)) })
          : null
      }
    >
      {views && t('operations.allViews', { count: views.length })}
    </Tile>
  );
}

function LetterTile({ letters }: Pick<Props, 'letters'>) {
  const t = useTranslations();
  const locale = useLocale();
  const level = letters === undefined ? 'unknown' : letters.total === 0 ? 'good' : 'bad';
  return (
    <Tile name={t('operations.openLetters')} level={level} value={letters?.total.toLocaleString(locale) ?? null}>
      {letters && (letters.total === 0 ? t('operations.noOpenLetters') : t('operations.lettersWait'))}
    </Tile>
  );
}

function AlertTile({ alerts }: Pick<Props, 'alerts'>) {
  const t = useTranslations();
  const locale = useLocale();
  if (alerts === undefined || alerts.source !== 'prometheus') {
    return (
      <Tile name={t('operations.firing')} level="unknown" value={null}>
        {alerts?.source === 'none' && t('operations.alertsNotConfigured')}
        {alerts?.source === 'unreachable' && t('operations.alertsUnreachable')}
      </Tile>
    );
  }
  const firing = alerts.alerts.filter(({ state }) => state === 'firing').length;
  return (
    <Tile
      name={t('operations.firing')}
      level={worst(alerts.alerts.map(alertLevel))}
      value={firing.toLocaleString(locale)}
    >
      {t('operations.pendingToo', { count: alerts.alerts.length - firing })}
    </Tile>
  );
}

interface TileProps {
  name: string;
  level: Level;
  /** Null if it is not known. */
  value: string | null;
  children: ReactNode;
}

function Tile({ name, level, value, children }: TileProps) {
  const t = useTranslations();
  return (
    <div className={styles.tile} data-level={level}>
      <dt className={styles.name}>
        {name}
        <LevelMark level={level} />
      </dt>
      <dd className={styles.value}>{value ?? <span className={styles.unknown}>{t('operations.notKnown')}</span>}</dd>
      <dd className={styles.about}>{children}</dd>
    </div>
  );
}
