'use client';

import { createElement, useMemo, useRef, useState } from 'react';
import type { Member } from '@/contracts/member';
import type { Message } from '@/contracts/message';
import type { PermissionSet } from '@/contracts/permissions';
import type { Server } from '@/contracts/server';
import { EditField } from '@/features/composer/components/edit-field-on-demand';
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

/** What is going on where one reads and writes: the answer being written, the message being edited, where to jump. */
export function useConversationHere({ server, me, myId, permissions, suggestions, onOpenThread, onMarkUnread }: Here) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [replyTo, setReplyTo] = useState<Message | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [jumpTo, setJumpTo] = useState<JumpTarget | null>(null);
  const [lost, setLost] = useState<Lost | null>(null);

  const conversation = useMemo((): Conversation => {
    const edit = (messageId: string | null) => {
      setEditing(messageId);
      if (messageId === null) field.current?.focus();
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
      serverId: server?.serverId,
      permissions,
      roles: new Map(server?.roles.map(({ roleId, name }) => [roleId, name])),
      myRoleIds: me?.roleIds ?? [],
      onReply: (message) => {
        setReplyTo(message);
        // The menu that asked for it gives the focus back first.
        setTimeout(() => field.current?.focus());
      },
      onOpenThread,
      onEdit: edit,
      onJump: jump,
      onMarkUnread,
      renderEditor: ({ content }, onSave) =>
        createElement(EditField, { content, suggestions, onSave, onCancel: () => edit(null) }),
    };
  }, [server, me, myId, permissions, suggestions, onOpenThread, onMarkUnread]);

  return { conversation, field, replyTo, cancelReply: () => setReplyTo(null), editing, setEditing, jumpTo, lost };
}
