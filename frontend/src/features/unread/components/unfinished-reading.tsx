'use client';

import { useQueryClient } from '@tanstack/react-query';
import { MailWarning, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { readServer } from '../model/marks';
import { tellUnfinished, type Unfinished } from '../model/unfinished';
import styles from './unfinished-reading.module.css';

/** Says what is left of a server that one wanted to mark as read, and does it again. */
export function UnfinishedReading({ unfinished }: { unfinished: Unfinished }) {
  const t = useTranslations();
  const client = useQueryClient();
  return (
    <p className={styles.notice}>
      <MailWarning size={18} aria-hidden />
      <span>{t('unread.notMarked', { count: unfinished.channels })}</span>
      <Button look="quiet" onClick={() => void readServer(client, unfinished.serverId)}>
        {t('common.tryAgain')}
      </Button>
      <IconButton label={t('timeline.dismiss')} onClick={() => tellUnfinished(null)}>
        <X size={16} aria-hidden />
      </IconButton>
    </p>
  );
}
