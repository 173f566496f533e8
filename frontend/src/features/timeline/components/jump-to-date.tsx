'use client';

import { CalendarSearch } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { useConversation } from './conversation-context';
import { DayCard } from './day-card';

interface Props {
  channelId: string;
  /** Null for the messages of the channel itself. */
  threadId?: string | null;
  trigger: ReactNode;
}

/** Leads to the first message of a day. */
export function JumpToDate({ channelId, threadId = null, trigger }: Props) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const { onJump } = useConversation();
  return (
    <Popover label={t('timeline.jumpToDate')} side="bottom" open={open} onOpenChange={setOpen} trigger={trigger}>
      <DayCard
        channelId={channelId}
        threadId={threadId}
        onFound={(message) => {
          setOpen(false);
          onJump(message);
        }}
      />
    </Popover>
  );
}

export function JumpToDateButton({ channelId, className }: { channelId: string; className?: string | undefined }) {
  const t = useTranslations();
  return (
    <JumpToDate
      channelId={channelId}
      trigger={
        <IconButton label={t('timeline.jumpToDate')} className={className}>
          <CalendarSearch size={18} aria-hidden />
        </IconButton>
      }
    />
  );
}
