'use client';

import { Eye } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Role } from '@/contracts/server';
import styles from './role-view-banner.module.css';

interface Props {
  serverId: string;
  /** Whom one looks at the server as; null as oneself. */
  role: Role | null;
  /** How many commands were not sent because of it. */
  withheld: number;
  onStop(): void;
}

/** Says for as long as one looks at a server as somebody else that one does, and leads back. */
export function RoleViewBanner({ serverId, role, withheld, onStop }: Props) {
  const t = useTranslations();
  return (
    <div role="status" className={styles.place}>
      {role && (
        <p className={styles.banner}>
          <Eye size={18} aria-hidden />
          <span className={styles.text}>
            {t('roles.viewing', { role: `@${role.roleId === serverId ? t('common.everyone') : role.name}` })}{' '}
            {withheld > 0 && <strong>{t('roles.viewingWithheld', { count: withheld })}</strong>}
          </span>
          <button type="button" className={styles.stop} aria-keyshortcuts="Escape" onClick={onStop}>
            {t('roles.stopViewing')} <kbd aria-hidden>{t('roles.stopViewingKey')}</kbd>
          </button>
        </p>
      )}
    </div>
  );
}
