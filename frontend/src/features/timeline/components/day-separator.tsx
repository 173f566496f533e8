'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { dialogOnDemand } from '@/components/ui/on-demand';
import { dayName } from '../model/times';
import { useConversation } from './conversation-context';
import styles from './day-separator.module.css';
import { useToday } from './use-today';

const DayDialog = dialogOnDemand(
  () => import('./day-dialog').then((module) => module.DayDialog),
  ({ onClose }) => onClose(),
);

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
        data-day
        aria-label={t('timeline.dayOrAnother', { day })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        onFocus={DayDialog.prefetch}
        onPointerEnter={DayDialog.prefetch}
      >
        <time dateTime={at}>{day}</time>
        <ChevronDown size={14} aria-hidden />
      </button>
      {open && (
        <DayDialog
          channelId={channelId}
          threadId={threadId}
          onClose={() => setOpen(false)}
          onFound={(message) => {
            setOpen(false);
            onJump(message);
          }}
        />
      )}
    </div>
  );
}
