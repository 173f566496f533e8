'use client';

import { MessageCircle } from 'lucide-react';
import Link from 'next/link';
import { Tooltip } from '@/components/ui/tooltip';
import styles from './direct-link.module.css';

/** To one's direct conversations. */
export function DirectLink({ active }: { active: boolean }) {
  return (
    <Tooltip text="Direct messages" side="right">
      <Link
        href="/channels/direct"
        className={styles.link}
        aria-label="Direct messages"
        aria-current={active ? 'true' : undefined}
      >
        <MessageCircle size={22} aria-hidden />
      </Link>
    </Tooltip>
  );
}
