'use client';

import { useRef, useState, type KeyboardEvent } from 'react';
import { findEmoji, nameOf } from '../model/emoji';
import styles from './emoji-picker.module.css';

const COLUMNS = 8;
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: COLUMNS,
  ArrowUp: -COLUMNS,
};

/** Emoji to choose from: typing finds them, arrows walk among them, Enter takes one. */
export function EmojiPicker({ onPick }: { onPick(emoji: string): void }) {
  const [query, setQuery] = useState('');
  const grid = useRef<HTMLDivElement>(null);
  const found = findEmoji(query);

  function walk(event: KeyboardEvent) {
    const step = STEPS[event.key];
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (step === undefined || (at === -1 && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    buttons[at === -1 ? 0 : Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  }

  return (
    <div className={styles.picker} onKeyDown={walk}>
      <input
        type="search"
        className={styles.search}
        placeholder="Search emoji"
        aria-label="Search emoji"
        autoFocus
        value={query}
        onChange={({ target }) => setQuery(target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key === 'Enter' && first) onPick(first.emoji);
        }}
      />
      <div ref={grid} className={styles.grid} role="group" aria-label="Emoji">
        {found.map((entry, index) => (
          <button
            key={entry.emoji}
            type="button"
            className={styles.emoji}
            tabIndex={index === 0 ? 0 : -1}
            aria-label={nameOf(entry)}
            title={nameOf(entry)}
            onClick={() => onPick(entry.emoji)}
          >
            {entry.emoji}
          </button>
        ))}
      </div>
      {found.length === 0 && (
        <p className={styles.none} role="status">
          No emoji is called that.
        </p>
      )}
    </div>
  );
}
