'use client';

import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import type { Message } from '@/contracts/message';
import { DayCard } from './day-card';

interface Props {
  channelId: string;
  threadId: string | null;
  onFound(message: Message): void;
  onClose(): void;
}

/** Asks for a day, in front of everything else. */
export function DayDialog({ channelId, threadId, onFound, onClose }: Props) {
  const t = useTranslations();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('timeline.jumpToDate')}
      description={t('timeline.jumpToDateText')}
    >
      <DayCard channelId={channelId} threadId={threadId} onFound={onFound} />
    </Dialog>
  );
}
