'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { may } from '@/contracts/permissions';
import { Composer } from '@/features/composer/components/composer';
import { drafts, useReplyTo } from '@/features/composer/model/drafts';
import type { Obstacle } from '@/features/composer/model/obstacle';
import type { Suggestion } from '@/features/composer/model/suggestions';
import { Timeline } from '@/features/timeline/components/timeline';
import { outbox } from '@/features/timeline/model/browser-outbox';
import { lastOwn } from '@/features/timeline/model/last-own';
import { loadPresent, messageQuery, readsAbove, timelineQuery } from '@/features/timeline/model/timeline-store';
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
import { useResumedEdit } from './use-resumed-edit';
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
  const t = useTranslations();
  const client = useQueryClient();
  const { conversation, field, editing, resume, jumpTo } = here;
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
  const messages = useQuery(timelineQuery(channelId, threadId)).data?.messages;
  const newest = messages?.at(-1)?.messageId ?? null;
  useReading({ channelId, threadId, newest, reading: looking && isSeen });
  useEffect(() => {
    readsAbove(channelId, threadId, !atBottom);
    return () => readsAbove(channelId, threadId, false);
  }, [channelId, threadId, atBottom]);
  useShortcuts({ write: () => isHere(threadId) && field.current?.focus() });
  const draftKey = threadId ?? channelId;
  const replyTo = useReplyTo(draftKey);
  const cancelReply = () => drafts.reply(draftKey, null);
  const shown = messages?.find(({ messageId }) => messageId === replyTo);
  const asked = useQuery({
    ...messageQuery(channelId, replyTo ?? ''),
    enabled: replyTo !== null && messages !== undefined && shown === undefined,
  });
  const answered = shown ?? asked.data ?? null;
  const author = useCalled(answered?.authorId ?? me);
  useResumedEdit(messages, may(permissions, 'send-messages') ? me : null, resume);

  async function editLast() {
    const timeline = () => client.getQueryData(timelineQuery(channelId, threadId).queryKey);
    // The last message of a stretch of the past is not the last one.
    if (timeline()?.hasAfter) await loadPresent(client, channelId, threadId);
    const sent = outbox.messages().filter((one) => one.channelId === channelId && one.threadId === threadId);
    const last = lastOwn(timeline()?.messages ?? [], sent, me);
    if (last !== null && may(permissions, 'send-messages')) conversation.onEdit(last);
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
        replyingTo={replyTo === null ? null : answered ? author.name : asked.isPending ? '…' : t('common.unknownUser')}
        channelId={channelId}
        channelName={props.channelName}
        label={props.fieldLabel}
        draftKey={draftKey}
        {...props.writing}
        suggestions={props.suggestions}
        mayAttach={may(permissions, 'attach-files')}
        field={field}
        onCancelReply={cancelReply}
        onEditLast={() => void editLast().catch(() => undefined)}
        onSend={(content, attachments) => {
          outbox.send(channelId, content, { threadId, replyTo, attachments });
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
