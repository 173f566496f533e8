import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import styles from './composer.module.css';

/** Above the field: whom one is about to answer. */
export function ReplyBar({ name, onCancel }: { name: string; onCancel(): void }) {
  const t = useTranslations();
  return (
    <div className={styles.reply}>
      <span className={styles.replying}>
        {t.rich('composer.replyingTo', { name, b: (text) => <strong dir="auto">{text}</strong> })}
      </span>
      <IconButton label={t('composer.cancelReply')} side="top" className={styles.cancel} onClick={onCancel}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
