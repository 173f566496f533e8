'use client';

import { useSyncExternalStore } from 'react';
import { useLocale } from 'use-intl';
import { relativeTime } from './relative-time';

const STEP_MILLIS = 60_000;

/** When something was, in words that age; exactly on hover and to screen readers. */
export function Time({ at, className }: { at: string; className?: string | undefined }) {
  const locale = useLocale();
  const now = useSyncExternalStore(everyMinute, minuteNow, minuteNow);
  const exact = new Date(at).toLocaleString(locale, { dateStyle: 'full', timeStyle: 'short' });
  return (
    <time dateTime={at} title={exact} className={className}>
      <span aria-hidden>{relativeTime(at, now, locale)}</span>
      <span className="visually-hidden">{exact}</span>
    </time>
  );
}

function minuteNow(): number {
  return Math.floor(Date.now() / STEP_MILLIS) * STEP_MILLIS;
}

function everyMinute(changed: () => void): () => void {
  const timer = setInterval(changed, STEP_MILLIS);
  return () => clearInterval(timer);
}
