'use client';

import { createContext, useContext, type ReactNode } from 'react';
import type { Message } from '@/contracts/message';
import type { PermissionSet } from '@/contracts/permissions';
import type { Server } from '@/contracts/server';

/** Where messages are shown: who reads them, and what they may ask for. */
export interface Conversation {
  readonly me: string;
  /** As the reader sees it: with the channels that they see. */
  readonly server: Server | undefined;
  /** What the reader may do there now. */
  readonly permissions: PermissionSet;
  /** The names of roles, by their ids. */
  readonly roles: ReadonlyMap<string, string>;
  readonly myRoleIds: readonly string[];
  onReply(message: Message): void;
  onOpenThread(messageId: string): void;
  onEdit(messageId: string): void;
  /** A message is written anew no longer. */
  onEditEnd(messageId: string): void;
  onJump(message: Message): void;
  /** To read again from a message on. */
  onMarkUnread(message: Message): void;
  /** Where a message is written anew; `save` is told the content in the form of the services, and rejects if they refuse it. */
  renderEditor(message: Message, save: (content: string) => Promise<void>): ReactNode;
}

export const ConversationContext = createContext<Conversation | null>(null);

export function useConversation(): Conversation {
  const conversation = useContext(ConversationContext);
  if (conversation === null) throw new Error('no ConversationContext above');
  return conversation;
}
