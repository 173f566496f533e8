import { SearchX, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import styles from './lost-notice.module.css';

/** One wanted to go to a message, and did not get there. */
export interface Lost {
  /** Absent where there is no such message. */
  onRetry?(): void;
  onDismiss(): void;
}

export function LostNotice({ lost }: { lost: Lost | null }) {
  const t = useTranslations();
  return (
    <div role="status">
      {lost && (
        <p className={styles.notice}>
          <SearchX size={18} aria-hidden />
          <span className={styles.text}>
            {t(lost.onRetry ? 'conversation.messageNotLoaded' : 'conversation.messageNotFound')}
          </span>
          {lost.onRetry && (
            <Button look="plain" onClick={lost.onRetry}>
              {t('common.tryAgain')}
            </Button>
          )}
          <IconButton label={t('timeline.dismiss')} side="top" onClick={lost.onDismiss}>
            <X size={16} aria-hidden />
          </IconButton>
        </p>
      )}
    </div>
  );
}
