'use client';

import { memo, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { dialogOnDemand } from '@/components/ui/on-demand';
import { calls } from '@/contracts/mentions';
import type { Message } from '@/contracts/message';
import { letterOf } from '@/contracts/shortcuts';
import { powersOver } from '../model/powers';
import type { MessageRow } from '../model/rows';
import { useConversation } from './conversation-context';
import { Failure } from './failure';
import { MessageBody } from './message-body';
import { MessageFrame } from './message-frame';
import styles from './message-item.module.css';
import { MessageToolbar } from './message-toolbar-on-demand';
import { ReplyPreview } from './reply-preview';
import { useMessageActions } from './use-message-actions';

const DeleteMessageDialog = dialogOnDemand(
  () => import('./delete-message-dialog').then((module) => module.DeleteMessageDialog),
  ({ onClose }) => onClose(),
);
const StartThreadDialog = dialogOnDemand(
  () => import('./start-thread-dialog').then((module) => module.StartThreadDialog),
  ({ onClose }) => onClose(),
);
const EditHistoryDialog = dialogOnDemand(
  () => import('./edit-history-dialog').then((module) => module.EditHistoryDialog),
  ({ onClose }) => onClose(),
);

interface Props {
  row: MessageRow;
  /** What it answers, if that is known. */
  answered: Message | undefined;
  isEditing: boolean;
  /** Whether one has just jumped to it. */
  isFlashing: boolean;
}

function MessageItemOf({ row, answered, isEditing, isFlashing }: Props) {
  const t = useTranslations();
  const { message, startsGroup, delivery, reason } = row;
  const { me, permissions, myRoleIds, renderEditor, onOpenThread } = useConversation();
  const article = useRef<HTMLElement>(null);
  const [inside, setInside] = useState(false);
  const [open, setOpen] = useState<'menu' | 'emoji' | 'deletion' | 'history' | 'thread' | null>(null);
  const { actions, save, failure, dismiss } = useMessageActions(message, setOpen);
  const powers = powersOver(message, permissions, me);
  const waiting = delivery === 'pending' || delivery === 'failed';
  const hasActions = !waiting && !isEditing && (!message.isDeleted || powers.thread);

  function onKeyDown(event: KeyboardEvent) {
    const key = letterOf(event);
    if (event.target !== article.current || !hasActions || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'r' && powers.reply) actions.reply();
    else if (key === 'e' && powers.edit) actions.edit();
    else if (key === 't' && powers.thread) actions.thread();
    else if (key === 'p' && powers.pin) actions.pin();
    else if (key === 'u') actions.unread();
    else if (key === 'Delete' && powers.remove) actions.remove();
    else if (key === 'Enter') setOpen('menu');
    else return;
    event.preventDefault();
  }

  function onContextMenu(event: MouseEvent) {
    // What is selected, links and media have a menu of the browser's own that people need.
    const selected = !(getSelection()?.isCollapsed ?? true);
    if (!hasActions || selected || (event.target as Element).closest('a, img, textarea')) return;
    event.preventDefault();
    setOpen('menu');
  }

  const classes = [
    styles.message,
    startsGroup && styles.first,
    waiting && styles[delivery],
    calls(message.mentions, me, myRoleIds) && message.authorId !== me && styles.calling,
    isFlashing && styles.flash,
    isEditing && styles.editing,
  ];
  return (
    <article
      ref={article}
      className={classes.filter(Boolean).join(' ')}
      tabIndex={-1}
      aria-busy={delivery === 'pending' || undefined}
      data-message-id={message.messageId}
      // Not `onPointerEnter`: it is not told when what was under the pointer before is gone.
      onPointerOver={({ pointerType }) => pointerType === 'mouse' && setInside(true)}
      onPointerMove={({ pointerType }) => pointerType === 'mouse' && setInside(true)}
      onPointerLeave={() => setInside(article.current?.contains(document.activeElement) ?? false)}
      onFocus={() => setInside(true)}
      onBlur={({ relatedTarget, currentTarget }: FocusEvent) =>
        setInside(currentTarget.contains(relatedTarget) || currentTarget.matches(':hover'))
      }
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
    >
      {message.replyTo !== null && (
        <ReplyPreview channelId={message.channelId} messageId={message.replyTo} known={answered} />
      )}
      <MessageFrame message={message} startsGroup={startsGroup}>
        {isEditing ? (
          renderEditor(message, save)
        ) : (
          <MessageBody message={message} me={me} powers={powers} actions={actions} />
        )}
        {delivery === 'pending' && <span className="visually-hidden">{t('timeline.sending')}</span>}
        {delivery === 'failed' && <Failure messageId={message.messageId} reason={reason} />}
        {failure !== null && <Failure reason={failure} onDismiss={dismiss} />}
      </MessageFrame>
      {hasActions && (inside || open !== null) && (
        <MessageToolbar
          powers={powers}
          isPinned={message.isPinned}
          hasThread={message.thread !== null}
          actions={actions}
          menuOpen={open === 'menu'}
          onMenuOpenChange={(menu) => {
            setOpen((now) => (menu ? 'menu' : now === 'menu' ? null : now));
            if (powers.remove) DeleteMessageDialog.prefetch();
            if (powers.history) EditHistoryDialog.prefetch();
          }}
          onPickingChange={(picking) => setOpen(picking ? 'emoji' : null)}
        />
      )}
      {open === 'thread' && (
        <StartThreadDialog
          message={message}
          onClose={() => setOpen(null)}
          onStarted={() => {
            setOpen(null);
            onOpenThread(message.messageId);
          }}
        />
      )}
      {open === 'history' && <EditHistoryDialog message={message} onClose={() => setOpen(null)} />}
      {open === 'deletion' && (
        <DeleteMessageDialog
          message={message}
          own={message.authorId === me}
          onClose={() => setOpen(null)}
          onDeleted={() => {
            setOpen(null);
            article.current?.closest<HTMLElement>('[role="log"]')?.focus();
          }}
        />
      )}
    </article>
  );
}

/** Where a message stands in its timeline is not shown: it is told later, of many at once. */
function isAlike(one: Message | undefined, other: Message | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one === other ||
    (Object.keys(other) as (keyof Message)[]).every((key) => key === 'number' || one[key] === other[key])
  );
}

/** Rows are made anew with every change of the timeline; what they show mostly stays. */
export const MessageItem = memo(
  MessageItemOf,
  (before, after) =>
    isAlike(before.row.message, after.row.message) &&
    before.row.startsGroup === after.row.startsGroup &&
    before.row.delivery === after.row.delivery &&
    before.row.reason === after.row.reason &&
    isAlike(before.answered, after.answered) &&
    before.isEditing === after.isEditing &&
    before.isFlashing === after.isFlashing,
);
