'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import type { Message } from '@/contracts/message';
import { NameForm } from '@/http/name-form';
import { beginThread } from '../model/message-commands';

interface Props {
  message: Message;
  onClose(): void;
  onStarted(): void;
}

/** What the thread is called is asked, not taken from the message: the name stays when the message is deleted. */
export function StartThreadDialog({ message, onClose, onStarted }: Props) {
  const t = useTranslations();
  const start = useMutation({ mutationFn: (name: string) => beginThread(message, name), onSuccess: onStarted });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('timeline.startThread')}
      description={t('timeline.startThreadText')}
    >
      <NameForm
        label={t('timeline.threadName')}
        action={t('timeline.startThread')}
        command={start}
        onCancel={onClose}
      />
    </Dialog>
  );
}
