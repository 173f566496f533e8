'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Segments } from '@/components/ui/segments';
import { emojiIn, findEmoji, nameOf } from './emoji';
import { chooseSkinTone, SKIN_TONES, toned, useSkinTone } from './skin-tone';
import type { Direction } from '@/i18n/languages';
import { useSpeech } from '@/i18n/speech-provider';
import styles from './emoji-picker.module.css';

const COLUMNS = 8;

const TONES = [
  'timeline.toneNone',
  'timeline.toneLight',
  'timeline.toneMediumLight',
  'timeline.toneMedium',
  'timeline.toneMediumDark',
  'timeline.toneDark',
] as const;

function stepsOf(direction: Direction): Readonly<Record<string, number>> {
  const right = direction === 'rtl' ? -1 : 1;
  return { ArrowRight: right, ArrowLeft: -right, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };
}

/** Emoji to choose from: typing finds them, arrows walk among them, Enter takes one. */
export function EmojiPicker({ onPick }: { onPick(emoji: string): void }) {
  const t = useTranslations();
  const { language, direction, locale } = useSpeech();
  const { data: all } = useQuery({
    queryKey: ['emoji', language],
    queryFn: () => emojiIn(language),
    staleTime: Infinity,
  });
  const [query, setQuery] = useState('');
  const tone = useSkinTone();
  const grid = useRef<HTMLDivElement>(null);
  const found = findEmoji(all ?? [], query, locale);

  function walk(event: KeyboardEvent) {
    const step = stepsOf(direction)[event.key];
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (step === undefined || (at === -1 && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    buttons[at === -1 ? 0 : Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  }

  return (
    <div className={styles.picker}>
      <input
        type="search"
        className={styles.search}
        placeholder={t('timeline.searchEmoji')}
        aria-label={t('timeline.searchEmoji')}
        autoFocus
        value={query}
        onChange={({ target }) => setQuery(target.value)}
        onKeyDown={(event) => {
          walk(event);
          const [first] = found;
          if (event.key === 'Enter' && first) onPick(toned(first.emoji, tone));
        }}
      />
      <div ref={grid} className={styles.grid} role="group" aria-label={t('timeline.emoji')} onKeyDown={walk}>
        {found.map((entry, index) => (
          <button
            key={entry.emoji}
            type="button"
            className={styles.emoji}
            tabIndex={index === 0 ? 0 : -1}
            aria-label={nameOf(entry)}
            title={nameOf(entry)}
            onClick={() => onPick(toned(entry.emoji, tone))}
          >
            {toned(entry.emoji, tone)}
          </button>
        ))}
      </div>
      {all !== undefined && found.length === 0 && (
        <p className={styles.none} role="status">
          {t('timeline.noEmoji')}
        </p>
      )}
      <Segments
        label={t('timeline.skinTone')}
        value={tone}
        options={SKIN_TONES.map((value, index) => ({
          value,
          label: t(TONES[index] ?? TONES[0]),
          icon: toned('✋', value),
        }))}
        onChange={chooseSkinTone}
      />
    </div>
  );
}
