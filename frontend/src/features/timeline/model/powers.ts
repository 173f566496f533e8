import type { Message } from '@/contracts/message';
import { may, type PermissionSet } from '@/contracts/permissions';

/** What somebody may do with a message. The services decide anew. */
export interface MessagePowers {
  readonly react: boolean;
  readonly reply: boolean;
  readonly edit: boolean;
  /** Whether there is a thread to open, or one may be started. */
  readonly thread: boolean;
  readonly pin: boolean;
  /** Whether one may read what it said before it was edited. */
  readonly history: boolean;
  readonly remove: boolean;
}

export function powersOver(message: Message, permissions: PermissionSet, me: string): MessagePowers {
  const exists = !message.isDeleted;
  const own = message.authorId === me;
  const writes = may(permissions, 'send-messages');
  const manages = own || may(permissions, 'manage-messages');
  const inChannel = message.threadId === null;
  return {
    react: exists && may(permissions, 'add-reactions'),
    reply: exists && writes,
    edit: exists && own && writes,
    thread: inChannel && (message.thread !== null || (exists && may(permissions, 'create-threads'))),
    pin: exists && inChannel && may(permissions, 'pin-messages'),
    history: exists && message.editedAt !== null && manages,
    remove: exists && manages,
  };
}
