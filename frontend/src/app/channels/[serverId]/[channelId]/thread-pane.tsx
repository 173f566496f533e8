'use client';

import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useEscape } from '@/components/ui/use-escape';
import type { Message } from '@/contracts/message';
import type { Obstacle } from '@/features/composer/model/obstacle';
import type { Suggestion } from '@/features/composer/model/suggestions';
import { ConversationContext } from '@/features/timeline/components/conversation-context';
import { ThreadHeader, useRoot } from '@/features/timeline/components/thread-header';
import { ThreadRoot } from '@/features/timeline/components/thread-root';
import { ConversationPane } from './conversation-pane';
import styles from './thread-pane.module.css';
import { useConversationHere } from './use-conversation-here';

interface Props {
  channelId: string;
  channelName: string;
  threadId: string;
  /** The message to go to; another object asks again. */
  asked: { readonly message: Message | null } | null;
  where: Parameters<typeof useConversationHere>[0];
  writing: { obstacle: Obstacle | null; now: number };
  suggestions: readonly Suggestion[];
  held: boolean;
  onClose(): void;
}

/** A thread beside its channel. */
export function ThreadPane({ asked, where, ...props }: Props) {
  const here = useConversationHere(where);
  const jump = useEffectEvent((message: Message) => here.conversation.onJump(message));
  useEffect(() => {
    if (asked?.message) jump(asked.message);
  }, [asked]);
  return (
    <ConversationContext value={here.conversation}>
      <Pane {...props} here={here} />
    </ConversationContext>
  );
}

type PaneProps = Omit<Props, 'asked' | 'where'> & { here: ReturnType<typeof useConversationHere> };

function Pane({ channelId, channelName, threadId, here, writing, suggestions, held, onClose }: PaneProps) {
  const t = useTranslations();
  const root = useRoot(channelId, threadId);
  const name = root?.thread?.name ?? t('conversation.thisThread');

  useEscape(onClose);

  return (
    <aside className={styles.pane} data-thread aria-label={t('conversation.thread')}>
      <ThreadHeader root={root} channelName={channelName} onClose={onClose} />
      <ConversationPane
        channelId={channelId}
        channelName={channelName}
        threadId={threadId}
        label={t('conversation.messagesInThread', { name })}
        fieldLabel={t('conversation.replyInThread')}
        here={here}
        writing={writing}
        suggestions={suggestions}
        held={held}
        beginning={<ThreadRoot root={root} />}
      />
    </aside>
  );
}
