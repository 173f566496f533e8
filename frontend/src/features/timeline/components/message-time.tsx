import { absoluteTime } from '../model/times';

/** A short time, in full on hover and to screen readers. */
export function MessageTime({ at, text, className }: { at: string; text: string; className?: string | undefined }) {
  const absolute = absoluteTime(at);
  return (
    <time className={className} dateTime={at} title={absolute} aria-label={absolute}>
      {text}
    </time>
  );
}
