import { useTranslations } from 'use-intl';
import styles from './unread-divider.module.css';

/** The line above the first message that one had not read. */
export function UnreadDivider() {
  const t = useTranslations();
  return (
    <div className={styles.divider} role="separator" data-unread-line aria-label={t('timeline.newMessages')}>
      {t('timeline.newMessages')}
    </div>
  );
}
