import { CircleAlert } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { outbox } from '../model/browser-outbox';
import { sendWords } from '../model/send-words';
import styles from './failure.module.css';

type Props =
  /** A message that was not sent. */
  | { messageId: string; reason: Error | null }
  /** Something that was asked of a message and did not happen. */
  | { reason: string; onDismiss(): void };

/** What went wrong with a message, where it happened, and the ways out. Who is at one of them is at the message then. */
export function Failure(props: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const place = useRef<HTMLParagraphElement>(null);

  useLayoutEffect(() => {
    const failure = place.current;
    return () => {
      if (failure?.contains(document.activeElement)) failure.closest('article')?.focus({ preventScroll: true });
    };
  }, []);

  return (
    <p ref={place} className={styles.failure} role="alert">
      <CircleAlert size={16} aria-hidden />
      {'messageId' in props ? (
        <>
          <span>
            {t('timeline.notSent', { reason: props.reason === null ? '' : sendWords(props.reason, t, locale) })}
          </span>
          <button type="button" className={styles.action} onClick={() => outbox.retry(props.messageId)}>
            {t('timeline.retry')}
          </button>
          <button type="button" className={styles.action} onClick={() => outbox.remove(props.messageId)}>
            {t('common.delete')}
          </button>
        </>
      ) : (
        <>
          <span>{props.reason}</span>
          <button type="button" className={styles.action} onClick={props.onDismiss}>
            {t('timeline.dismiss')}
          </button>
        </>
      )}
    </p>
  );
}
