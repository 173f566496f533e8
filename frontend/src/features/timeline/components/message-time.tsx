import { useLocale } from 'use-intl';
import { absoluteTime } from '../model/times';

/** A short time, in full on hover and to screen readers. */
export function MessageTime({ at, text, className }: { at: string; text: string; className?: string | undefined }) {
  const locale = useLocale();
  const absolute = absoluteTime(at, locale);
  return (
    <time className={className} dateTime={at} title={absolute} aria-label={absolute}>
      {text}
    </time>
  );
}
