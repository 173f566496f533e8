'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { may } from '@/contracts/permissions';
import { Composer } from '@/features/composer/components/composer';
import type { Obstacle } from '@/features/composer/model/obstacle';
import type { Suggestion } from '@/features/composer/model/suggestions';
import { Timeline } from '@/features/timeline/components/timeline';
import { outbox } from '@/features/timeline/model/browser-outbox';
import { lastOwn } from '@/features/timeline/model/last-own';
import { loadPresent, readsAbove, timelineQuery } from '@/features/timeline/model/timeline-store';
import { TypingLine } from '@/features/typing/components/typing-line';
import { useAttention } from '@/features/unread/model/use-attention';
import { useDivider } from '@/features/unread/model/use-divider';
import { useReading } from '@/features/unread/model/use-reading';
import { say } from '@/presence/browser-presence';
import { useCalled } from '@/profiles/called';
import { useShortcuts } from '../../use-shortcuts';
import { LostNotice } from './lost-notice';
import { isHere } from './is-here';
import type { useConversationHere } from './use-conversation-here';
import { useUnseen } from './use-unseen';

interface Props {
  channelId: string;
  channelName: string;
  threadId?: string | null;
  /** What the timeline and the field are called. */
  label: string;
  fieldLabel: string;
  here: ReturnType<typeof useConversationHere>;
  writing: { obstacle: Obstacle | null; now: number };
  suggestions: readonly Suggestion[];
  beginning: ReactNode;
  /** Whether one wants to read again later what is shown. */
  held: boolean;
  /** What stands between what is read and where one writes. */
  children?: ReactNode;
}

/** What was said in a channel, or in a thread, and where one answers. */
export function ConversationPane({ channelId, threadId = null, here, beginning, children, ...props }: Props) {
  const client = useQueryClient();
  const { conversation, field, replyTo, cancelReply, editing, setEditing, jumpTo } = here;
  const { me, permissions } = conversation;
  const [atBottom, setAtBottom] = useState(false);
  const attentive = useAttention();
  const looking = attentive && atBottom && !props.held;
  const divider = useDivider(channelId, threadId, looking);
  const { isSeen, unseen, onLineInSight, onSeen } = useUnseen({
    channelId,
    threadId,
    divider,
    attentive,
    onJump: conversation.onJump,
  });
  const newest = useQuery(timelineQuery(channelId, threadId)).data?.messages.at(-1)?.messageId ?? null;
  useReading({ channelId, threadId, newest, reading: looking && isSeen });
  useEffect(() => {
    readsAbove(channelId, threadId, !atBottom);
    return () => readsAbove(channelId, threadId, false);
  }, [channelId, threadId, atBottom]);
  useShortcuts({ write: () => isHere(threadId) && field.current?.focus() });
  const replyingTo = useCalled(replyTo?.authorId ?? me);

  async function editLast() {
    const timeline = () => client.getQueryData(timelineQuery(channelId, threadId).queryKey);
    // The last message of a stretch of the past is not the last one.
    if (timeline()?.hasAfter) await loadPresent(client, channelId, threadId);
    const sent = outbox.messages().filter((one) => one.channelId === channelId && one.threadId === threadId);
    const last = lastOwn(timeline()?.messages ?? [], sent, me);
    if (last !== null && may(permissions, 'send-messages')) setEditing(last);
  }

  return (
    <>
      <Timeline
        channelId={channelId}
        threadId={threadId}
        label={props.label}
        beginning={beginning}
        editing={editing}
        jumpTo={jumpTo}
        firstUnread={divider}
        unseen={unseen}
        onLineInSight={onLineInSight}
        onType={() => field.current?.focus()}
        onBottom={setAtBottom}
      />
      <LostNotice lost={here.lost} />
      {children}
      <Composer
        replyingTo={replyTo && replyingTo.name}
        channelId={channelId}
        channelName={props.channelName}
        label={props.fieldLabel}
        draftKey={threadId ?? channelId}
        {...props.writing}
        suggestions={props.suggestions}
        mayAttach={may(permissions, 'attach-files')}
        field={field}
        onCancelReply={cancelReply}
        onEditLast={() => void editLast().catch(() => undefined)}
        onSend={(content, attachments) => {
          outbox.send(channelId, content, { threadId, replyTo: replyTo?.messageId ?? null, attachments });
          cancelReply();
          onSeen();
        }}
        onTyping={() => say({ op: 'typing', channelId, ...(threadId !== null && { threadId }) })}
      >
        <TypingLine channelId={channelId} threadId={threadId} />
      </Composer>
    </>
  );
}
