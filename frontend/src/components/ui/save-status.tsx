import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import styles from './save-status.module.css';

/** What saves itself says so. It takes the same room whether it says something or not. */
export function SaveStatus({ pending, saved }: { pending: boolean; saved: boolean }) {
  const t = useTranslations();
  return (
    <p role="status" className={`${styles.status} ${saved && !pending ? styles.saved : ''}`}>
      {pending && t('common.saving')}
      {!pending && saved && (
        <>
          <Check size={16} aria-hidden />
          {t('common.saved')}
        </>
      )}
    </p>
  );
}
