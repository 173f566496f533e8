'use client';

import { createElement, useCallback, useMemo, useRef, useState } from 'react';
import type { Member } from '@/contracts/member';
import type { Message } from '@/contracts/message';
import type { PermissionSet } from '@/contracts/permissions';
import type { Server } from '@/contracts/server';
import { EditField } from '@/features/composer/components/edit-field-on-demand';
import { drafts } from '@/features/composer/model/drafts';
import type { Suggestion } from '@/features/composer/model/suggestions';
import type { Conversation } from '@/features/timeline/components/conversation-context';
import type { JumpTarget } from '@/features/timeline/components/timeline';
import type { Lost } from './lost-notice';

interface Here {
  server: Server | undefined;
  me: Member | undefined;
  myId: string;
  permissions: PermissionSet;
  suggestions: readonly Suggestion[];
  onOpenThread(messageId: string): void;
  onMarkUnread(message: Message): void;
}

/** What is going on where one reads and writes: the message being edited, where to jump. */
export function useConversationHere({ server, me, myId, permissions, suggestions, onOpenThread, onMarkUnread }: Here) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [resumed, setResumed] = useState<string | null>(null);
  const [jumpTo, setJumpTo] = useState<JumpTarget | null>(null);
  const [lost, setLost] = useState<Lost | null>(null);

  const conversation = useMemo((): Conversation => {
    const endEdit = (messageId: string) => {
      setEditing((now) => (now === messageId ? null : now));
      // Who is elsewhere by then stays there.
      const at = document.activeElement;
      const isThere = at?.closest<HTMLElement>('[data-message-id]')?.dataset['messageId'] === messageId;
      if (isThere || at === null || at === document.body) field.current?.focus();
    };
    const jump = (message: Message) => {
      const onDismiss = () => setLost(null);
      setLost(null);
      setJumpTo({
        message,
        onLost: (exists) => setLost(exists ? { onRetry: () => jump(message), onDismiss } : { onDismiss }),
      });
    };
    return {
      me: myId,
      server,
      permissions,
      roles: new Map(server?.roles.map(({ roleId, name }) => [roleId, name])),
      myRoleIds: me?.roleIds ?? [],
      onReply: (message) => {
        drafts.reply(message.threadId ?? message.channelId, message.messageId);
        // The menu that asked for it gives the focus back first.
        setTimeout(() => field.current?.focus());
      },
      onOpenThread,
      onEdit: (messageId) => {
        setResumed(null);
        setEditing(messageId);
      },
      onEditEnd: endEdit,
      onJump: jump,
      onMarkUnread,
      renderEditor: ({ messageId, content }, onSave) =>
        createElement(EditField, {
          messageId,
          content,
          suggestions,
          takesFocus: messageId !== resumed,
          onSave,
          onCancel: () => endEdit(messageId),
        }),
    };
  }, [server, me, myId, permissions, suggestions, resumed, onOpenThread, onMarkUnread]);

  /** Goes on with what was being written anew when one left. */
  const resume = useCallback((messageId: string) => {
    setResumed(messageId);
    setEditing(messageId);
  }, []);

  return { conversation, field, editing, resume, jumpTo, lost };
}
