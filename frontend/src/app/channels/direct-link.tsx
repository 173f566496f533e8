'use client';

import { MessageCircle } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { CountBadge } from '@/components/ui/count-badge';
import { Tooltip } from '@/components/ui/tooltip';
import type { Badge } from '@/contracts/badge';
import styles from './direct-link.module.css';

/** To one's direct conversations. */
export function DirectLink({ active, badge }: { active: boolean; badge: Badge }) {
  const t = useTranslations();
  return (
    <Tooltip text={t('shell.directTitle')} side="right">
      <Link
        href="/channels/direct"
        className={styles.link}
        aria-label={
          badge.mentions > 0 ? t('shell.directUnread', { count: badge.mentions }) : t('common.directMessages')
        }
        aria-current={active ? 'true' : undefined}
      >
        <MessageCircle size={22} aria-hidden />
        {badge.mentions > 0 && <CountBadge count={badge.mentions} className={styles.count} />}
      </Link>
    </Tooltip>
  );
}
