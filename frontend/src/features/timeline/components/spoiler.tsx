'use client';

import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './message-text.module.css';

/** Hidden until one wants to see it; it takes as much room before as after. */
export function Spoiler({ children }: { children: ReactNode }) {
  const t = useTranslations();
  const [shown, setShown] = useState(false);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    setShown(true);
  }

  // No button: it would keep the words in one piece, where lines break. It stays the same element, which has the focus.
  return (
    <span
      className={styles.spoiler}
      {...(shown
        ? { role: 'group', tabIndex: -1, 'aria-label': t('timeline.spoiler') }
        : {
            role: 'button',
            tabIndex: 0,
            'aria-label': t('timeline.showSpoiler'),
            onClick: () => setShown(true),
            onKeyDown,
          })}
    >
      <span inert={!shown} aria-hidden={!shown || undefined}>
        {children}
      </span>
    </span>
  );
}
