'use client';

import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { SelectField } from '@/components/ui/text-field';
import type { OperatedView } from '../api/views';
import { linesOf, type Figure, type History } from '../model/history';
import { LAG_THRESHOLD_SECONDS } from '../model/levels';
import { spanWords } from '../model/span-words';
import { HistoryTable } from './history-table';
import { LineChart } from './line-chart-on-demand';
import { Section } from './section';
import { ViewTable } from './view-table';
import styles from './view-section.module.css';

interface Props {
  views: readonly OperatedView[];
  history: History;
}

const FIGURES = {
  lagSeconds: { label: 'operations.seconds', atLeast: 5 },
  lagRecords: { label: 'operations.records', atLeast: 10 },
  rate: { label: 'operations.perSecondUnit', atLeast: 5 },
} as const satisfies Record<Figure, object>;

/** How far all views are behind, over time and now. */
export function ViewSection({ views, history }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const [figure, setFigure] = useState<Figure>('lagSeconds');
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const { label, atLeast } = FIGURES[figure];
  // New with each look; as names they are the same.
  const list = views.map(({ view }) => view).join(' ');
  const names = useMemo(() => list.split(' '), [list]);
  const lines = useMemo(() => linesOf(history, names, figure), [history, names, figure]);

  const words = (value: number) =>
    figure === 'lagSeconds'
      ? spanWords(value, locale)
      : new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
  return (
    <Section
      title={t('operations.views')}
      hint={t('operations.viewsHint')}
      controls={
        <SelectField
          label={t('operations.chart')}
          value={figure}
          onChange={({ target }) => setFigure(target.value as Figure)}
        >
          {Object.entries(FIGURES).map(([id, { label: name }]) => (
            <option key={id} value={id}>
              {t(name)}
            </option>
          ))}
        </SelectField>
      }
    >
      <LineChart
        label={sentence()}
        names={names}
        lines={lines}
        highlighted={highlighted}
        atLeast={atLeast}
        words={words}
        {...(figure === 'lagSeconds' && {
          threshold: { value: LAG_THRESHOLD_SECONDS, label: t('operations.threshold') },
        })}
      />
      {history.length < 2 && <p className={styles.note}>{t('operations.chartEmpty')}</p>}
      <ViewTable views={views} onHighlight={setHighlighted} />
      <HistoryTable history={history} names={names} figure={figure} title={t(label)} words={words} />
    </Section>
  );

  /** What one would see at a glance. */
  function sentence(): string {
    const [first, last] = [history[0], history.at(-1)];
    const span = spanWords(first && last ? (last.at - first.at) / 1_000 : 0, locale);
    const known = names.flatMap((view) => {
      const value = last?.views.get(view)?.[figure] ?? null;
      return value === null ? [] : [{ view, value }];
    });
    const about = { figure: t(label), count: names.length, span };
    const [one, ...others] = known;
    if (one === undefined) return t('operations.chartUnknown', about);
    const highest = others.reduce((most, other) => (other.value > most.value ? other : most), one);
    const unknown = names.length - known.length;
    return unknown === 0 && known.every(({ value }) => value === highest.value)
      ? t('operations.chartCalm', { ...about, value: words(highest.value) })
      : t('operations.chartOf', { ...about, view: highest.view, value: words(highest.value), unknown });
  }
}
