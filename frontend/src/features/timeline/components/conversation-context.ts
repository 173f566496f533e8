'use client';

import { createContext, useContext, type ReactNode } from 'react';
import type { Message } from '@/contracts/message';
import type { PermissionSet } from '@/contracts/permissions';

/** Where messages are shown: who reads them, and what they may ask for. */
export interface Conversation {
  readonly me: string;
  /** The server that the channel is in; undefined while it is not known. */
  readonly serverId: string | undefined;
  /** What the reader may do there now. */
  readonly permissions: PermissionSet;
  /** The names of roles, by their ids. */
  readonly roles: ReadonlyMap<string, string>;
  readonly myRoleIds: readonly string[];
  onReply(message: Message): void;
  onOpenThread(messageId: string): void;
  /** Null when editing ends. */
  onEdit(messageId: string | null): void;
  onJump(message: Message): void;
  /** To read again from a message on. */
  onMarkUnread(message: Message): void;
  /** Where a message is written anew; `save` is told the content in the form of the services. */
  renderEditor(message: Message, save: (content: string) => void): ReactNode;
}

export const ConversationContext = createContext<Conversation | null>(null);

export function useConversation(): Conversation {
  const conversation = useContext(ConversationContext);
  if (conversation === null) throw new Error('no ConversationContext above');
  return conversation;
}
