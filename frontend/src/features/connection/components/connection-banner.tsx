'use client';

import { Hourglass, LoaderCircle, WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { viewAges } from '@/http/view-ages';
import { durationWords } from '@/i18n/duration-words';
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
  const locale = useLocale();
  const online = useOnline();
  const behind = useSyncExternalStore(viewAges.subscribe, viewAges.behind, () => null);
  const notice = useSettled(noticeOf(state, online, behind), BLIP_MILLIS);
  return (
    <div role="status" className={styles.place}>
      {notice && (
        <p className={`${styles.banner} ${styles[notice.tone]}`}>
          {'behind' in notice ? (
            <>
              <Hourglass size={18} aria-hidden />
              <span>{t('connection.behind', { time: durationWords(notice.behind, locale) })}</span>
            </>
          ) : (
            <>
              {notice.tone === 'quiet' ? <LoaderCircle size={18} aria-hidden /> : <WifiOff size={18} aria-hidden />}
              <span>{t(notice.text)}</span>
              {(notice.action === 'retry' || notice.action === 'retrying') && (
                <button
                  type="button"
                  className={styles.action}
                  aria-disabled={notice.action === 'retrying' || undefined}
                  onClick={notice.action === 'retry' ? onRetry : undefined}
                >
                  {t('connection.tryNow')}
                </button>
              )}
              {notice.action === 'reload' && (
                <button type="button" className={styles.action} onClick={() => location.reload()}>
                  {t('connection.reload')}
                </button>
              )}
            </>
          )}
        </p>
      )}
    </div>
  );
}
