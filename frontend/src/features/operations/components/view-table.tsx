'use client';

import { ChevronRight } from 'lucide-react';
import { Fragment, useId, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { OperatedPartition, OperatedView } from '../api/views';
import { lagLevel } from '../model/levels';
import { spanWords } from '../model/span-words';
import { LevelMark } from './level-mark';
import { colorOf, dashOf } from './series';
import styles from './tables.module.css';

interface Props {
  views: readonly OperatedView[];
  /** The view whose row is pointed at, or has the focus. */
  onHighlight(view: string | null): void;
}

/** Every view as it is now, which is the legend of the chart too. */
export function ViewTable({ views, onHighlight }: Props) {
  const t = useTranslations();
  return (
    <table className={`${styles.table} ${styles.views}`}>
      <caption className="visually-hidden">{t('operations.views')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('operations.view')}</th>
          <th scope="col" className={styles.number}>
            {t('operations.lag')}
          </th>
          <th scope="col" className={styles.number}>
            {t('operations.rate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {views.map((view, index) => (
          <ViewRow key={view.view} view={view} index={index} onHighlight={onHighlight} />
        ))}
      </tbody>
    </table>
  );
}

function ViewRow({ view, index, onHighlight }: { view: OperatedView; index: number } & Pick<Props, 'onHighlight'>) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { live } = view;
  return (
    <Fragment>
      <tr
        className={styles.row}
        onPointerEnter={() => onHighlight(view.view)}
        onPointerLeave={() => onHighlight(null)}
        onFocus={() => onHighlight(view.view)}
        onBlur={() => onHighlight(null)}
      >
        <th scope="row">
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={id}
            aria-label={t('operations.details', { view: view.view })}
            onClick={() => setOpen(!open)}
          >
            <ChevronRight size={16} aria-hidden className={styles.chevron} />
            <Swatch index={index} />
            <span className={styles.name}>
              {view.view}
              <span className={styles.about}>{view.topic}</span>
            </span>
          </button>
        </th>
        <td className={styles.number}>
          <Lag seconds={live.lagSeconds} records={live.lagRecords} />
        </td>
        <td className={styles.number}>
          <Rate rate={live.rate} />
        </td>
      </tr>
      <tr id={id} hidden={!open}>
        <td colSpan={3} className={styles.inner}>
          {open && <PartitionTable view={view} />}
        </td>
      </tr>
    </Fragment>
  );
}

function Swatch({ index }: { index: number }) {
  return (
    <svg width="18" height="8" aria-hidden>
      <line
        x1="1"
        y1="4"
        x2="17"
        y2="4"
        strokeWidth="3"
        strokeDasharray={dashOf(index).join(' ') || undefined}
        style={{ stroke: `var(${colorOf(index)})` }}
      />
    </svg>
  );
}

function Lag({ seconds, records }: { seconds: number | null; records: number }) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <span className={styles.lag}>
      <span className={styles.figure}>
        <LevelMark level={lagLevel(seconds)} />
        {seconds === null ? t('operations.notKnown') : spanWords(seconds, locale)}
      </span>
      <span className={styles.about}>{t('operations.behind', { count: records })}</span>
    </span>
  );
}

function Rate({ rate }: { rate: number | null }) {
  const t = useTranslations();
  return rate === null
    ? t('operations.notKnown')
    : t('operations.perSecond', { count: rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate) });
}

/** Where a view is in each partition of its topic; what it has is drawn beside what there is. */
function PartitionTable({ view: { view, topic, live } }: { view: OperatedView }) {
  const t = useTranslations();
  return (
    <div className={styles.scroll} role="region" aria-label={t('operations.details', { view })} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {t('operations.partitionsOf', { view, topic })} · {t('operations.generation', { number: live.number })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('operations.partition')}</th>
            <th scope="col" className={styles.number}>
              {t('operations.position')}
            </th>
            <th scope="col" className={styles.number}>
              {t('operations.end')}
            </th>
            <th scope="col" className={styles.number}>
              {t('operations.lag')}
            </th>
            <th scope="col" className={styles.number}>
              {t('operations.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {live.partitions.map((partition) => (
            <PartitionRow key={partition.partition} partition={partition} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PartitionRow({
  partition: { partition, position, end, lagRecords, lagSeconds, rate },
}: {
  partition: OperatedPartition;
}) {
  const locale = useLocale();
  return (
    <tr>
      <th scope="row">{partition}</th>
      <td className={styles.number}>{position.toLocaleString(locale)}</td>
      <td className={styles.number}>{end.toLocaleString(locale)}</td>
      <td className={styles.number}>
        <Lag seconds={lagSeconds} records={lagRecords} />
      </td>
      <td className={styles.number}>
        <Rate rate={rate} />
      </td>
    </tr>
  );
}
