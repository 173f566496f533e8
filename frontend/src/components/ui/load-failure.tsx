import { useTranslations } from 'use-intl';
import { Button } from './button';
import { FormError } from './form-error';
import styles from './load-failure.module.css';

interface Props {
  /** What could not be loaded, and why. */
  message: string | null;
  /** It is being tried again. */
  busy?: boolean;
  onRetry(): void;
}

/** Something could not be loaded: it says so where it would stand, and leads on. */
export function LoadFailure({ message, busy = false, onRetry }: Props) {
  const t = useTranslations();
  return (
    <div className={styles.failure}>
      <FormError message={message} />
      <Button look="plain" busy={busy} onClick={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </div>
  );
}
