'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { Message } from '@/contracts/message';
import { useFormErrors } from '@/http/use-form-errors';
import { setThreadMembership } from '../model/message-commands';
import { messageQuery, timelineQuery } from '../model/timeline-store';
import { find } from '../model/timeline';
import { useConversation } from './conversation-context';
import styles from './thread-header.module.css';

/** The message that a thread hangs on: from its channel, where events keep it current, or else by itself. */
export function useRoot(channelId: string, threadId: string): Message | null | undefined {
  const timeline = useQuery({ ...timelineQuery(channelId), enabled: false }).data;
  const known = find(timeline, threadId);
  const fetched = useQuery({ ...messageQuery(channelId, threadId), enabled: known === undefined });
  return known ?? fetched.data;
}

interface Props {
  root: Message | null | undefined;
  channelName: string;
  onClose(): void;
}

/** What a thread is called, whether one hears of it, and the way out. */
export function ThreadHeader({ root, channelName, onClose }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const { me } = useConversation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const thread = root?.thread;
  const isMember = thread?.members.includes(me) ?? false;

  function toggle(message: Message) {
    setBusy(true);
    setFailure(null);
    setThreadMembership(message, !isMember)
      .catch((error: unknown) => setFailure(formErrors(error, []).general))
      .finally(() => setBusy(false));
  }

  return (
    <>
      <header className={styles.header}>
        <div className={styles.titles}>
          <h2 className={styles.title} dir="auto">
            {thread?.name ?? t('timeline.thread')}
          </h2>
          <p className={styles.place}>
            {channelName ? t('timeline.threadIn', { channel: channelName }) : t('timeline.thread')}
            {thread && ` · ${t('common.members', { count: thread.members.length })}`}
          </p>
        </div>
        {root && thread && (
          <Button look="quiet" busy={busy} onClick={() => toggle(root)}>
            {isMember ? t('timeline.leaveThread') : t('timeline.joinThread')}
          </Button>
        )}
        <IconButton label={t('timeline.closeThread')} onClick={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </header>
      {failure !== null && (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
    </>
  );
}
