'use client';

import { useLocale, useTranslations } from 'use-intl';
import { byMinute, type Figure, type History } from '../model/history';
import styles from './tables.module.css';

interface Props {
  history: History;
  names: readonly string[];
  figure: Figure;
  title: string;
  words(value: number): string;
}

/** What the chart shows, minute by minute, for those who read rather than look. */
export function HistoryTable({ history, names, figure, title, words }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <details className={styles.details}>
      <summary>{t('operations.asTable')}</summary>
      <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('operations.time')}</th>
              {names.map((name) => (
                <th key={name} scope="col" className={styles.number}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byMinute(history).map(({ at, views }) => (
              <tr key={at}>
                <th scope="row">{new Date(at).toLocaleTimeString(locale, { timeStyle: 'medium' })}</th>
                {names.map((name) => {
                  const value = views.get(name)?.[figure] ?? null;
                  return (
                    <td key={name} className={styles.number}>
                      {value === null ? t('operations.notKnown') : words(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
