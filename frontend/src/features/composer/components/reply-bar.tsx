import { X } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import styles from './composer.module.css';

/** Above the field: whom one is about to answer. */
export function ReplyBar({ name, onCancel }: { name: string; onCancel(): void }) {
  return (
    <div className={styles.reply}>
      <span className={styles.replying}>
        Replying to <strong>{name}</strong>
      </span>
      <IconButton label="Cancel reply" side="top" className={styles.cancel} onClick={onCancel}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
