'use client';

import { CalendarSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { useConversation } from './conversation-context';
import { DayCard } from './day-card-on-demand';
import styles from './jump-to-date.module.css';

/** Leads to the first message of a day of a channel. */
export function JumpToDateButton({ channelId, className }: { channelId: string; className?: string | undefined }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const { onJump } = useConversation();
  return (
    <Popover
      label={t('timeline.jumpToDate')}
      side="bottom"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton
          label={t('timeline.jumpToDate')}
          className={className}
          onFocus={DayCard.prefetch}
          onPointerEnter={DayCard.prefetch}
        >
          <CalendarSearch size={18} aria-hidden />
        </IconButton>
      }
    >
      <div className={styles.card}>
        <h2>{t('timeline.jumpToDate')}</h2>
        <DayCard
          channelId={channelId}
          threadId={null}
          onFound={(message) => {
            setOpen(false);
            onJump(message);
          }}
        />
      </div>
    </Popover>
  );
}
