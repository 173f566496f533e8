'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { dayName } from '../model/times';
import { useConversation } from './conversation-context';
import { DayCard } from './day-card-on-demand';
import styles from './day-separator.module.css';
import { useToday } from './use-today';

interface Props {
  channelId: string;
  threadId: string | null;
  at: string;
}

/** Where another day begins, and the way to any other. It may move away while older messages arrive; a dialog stays. */
export function DaySeparator({ channelId, threadId, at }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { onJump } = useConversation();
  const day = dayName(at, useToday(), locale);
  return (
    <div className={styles.separator}>
      <button
        type="button"
        className={styles.day}
        aria-label={t('timeline.dayOrAnother', { day })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        onFocus={DayCard.prefetch}
        onPointerEnter={DayCard.prefetch}
      >
        <time dateTime={at}>{day}</time>
        <ChevronDown size={14} aria-hidden />
      </button>
      {open && (
        <Dialog open onOpenChange={setOpen} title={t('timeline.jumpToDate')} description={t('timeline.jumpToDateText')}>
          <DayCard
            channelId={channelId}
            threadId={threadId}
            onFound={(message) => {
              setOpen(false);
              onJump(message);
            }}
          />
        </Dialog>
      )}
    </div>
  );
}
