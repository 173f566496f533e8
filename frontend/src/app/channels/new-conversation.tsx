'use client';

import { NewConversationDialog } from '@/features/conversations/components/new-conversation-dialog';
import { useAcquaintances } from './use-acquaintances';

interface Props {
  onClose(): void;
  onBegun(serverId: string, channelId: string): void;
}

export function NewConversation(props: Props) {
  return <NewConversationDialog {...useAcquaintances()} {...props} />;
}
