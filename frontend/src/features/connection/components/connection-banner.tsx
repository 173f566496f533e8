'use client';

import { LoaderCircle, WifiOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ConnectionState } from '@/realtime/connection-state';
import { noticeOf } from '../model/notice';
import { useOnline } from '../model/use-online';
import { useSettled } from '../model/use-settled';
import styles from './connection-banner.module.css';

const BLIP_MILLIS = 1_000;

interface Props {
  state: ConnectionState;
  onRetry(): void;
}

/** What there is to know about the connection, in words. It says nothing about blips. */
export function ConnectionBanner({ state, onRetry }: Props) {
  const t = useTranslations();
  const online = useOnline();
  const notice = useSettled(noticeOf(state, online), BLIP_MILLIS);
  return (
    <div role="status" className={styles.place}>
      {notice && (
        <p className={`${styles.banner} ${styles[notice.tone]}`}>
          {notice.tone === 'quiet' ? <LoaderCircle size={18} aria-hidden /> : <WifiOff size={18} aria-hidden />}
          <span className={styles.text}>{t(notice.text)}</span>
          {notice.action === 'retry' && (
            <button type="button" className={styles.action} onClick={onRetry}>
              {t('connection.tryNow')}
            </button>
          )}
          {notice.action === 'reload' && (
            <button type="button" className={styles.action} onClick={() => location.reload()}>
              {t('connection.reload')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
