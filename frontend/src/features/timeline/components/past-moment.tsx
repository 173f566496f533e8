'use client';

import { useId, useState, type KeyboardEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/text-field';
import { useSpeech } from '@/i18n/speech-provider';
import { afterKey, chosenIn, fieldOf, momentAt, stepOf, stepsOf, type Moment, type Span } from '../model/moments';
import { absoluteTime } from '../model/times';
import styles from './past-moment.module.css';

interface Props {
  moment: Moment;
  span: Span;
  onChoose(moment: Moment): void;
}

/** Where one chooses a moment: roughly by a slider, exactly by a field. */
export function PastMoment({ moment, span, onChoose }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const { direction } = useSpeech();
  const slider = useId();
  const words = moment === null ? t('past.now') : absoluteTime(new Date(moment).toISOString(), locale);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = afterKey(event.key, moment, span, direction);
    if (chosen === undefined) return;
    event.preventDefault();
    onChoose(chosen);
  }

  return (
    <div className={styles.choice}>
      <div className={styles.slide}>
        <p className={styles.head}>
          <label htmlFor={slider} className={styles.label}>
            {t('past.moment')}
          </label>
          <span className={styles.words} aria-hidden>
            {words}
          </span>
        </p>
        <input
          id={slider}
          type="range"
          className={styles.slider}
          min={0}
          max={stepsOf(span)}
          value={stepOf(moment, span)}
          aria-valuetext={words}
          onChange={({ target }) => onChoose(momentAt(Number(target.value), span))}
          onKeyDown={onKeyDown}
        />
      </div>
      <ExactMoment moment={moment} span={span} onChoose={onChoose} />
    </div>
  );
}

/** What is being typed is left alone, and counts as soon as it can be chosen. */
function ExactMoment({ moment, span, onChoose }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const [typed, setTyped] = useState<string | null>(null);
  const isOutside = typed !== null && typed !== '' && chosenIn(typed, span) === null;
  const first = new Date(span.from).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <div className={styles.field}>
      <TextField
        label={t('past.exactly')}
        type="datetime-local"
        step={1}
        min={fieldOf(span.from)}
        max={fieldOf(span.to)}
        value={typed ?? fieldOf(moment ?? span.to)}
        error={isOutside ? t('past.outside', { first }) : undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          const chosen = chosenIn(target.value, span);
          if (chosen !== null) onChoose(chosen);
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}
