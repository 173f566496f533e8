import type { StructureEvent } from '@/realtime/events';
import type { Conversation } from '../api/fetch-conversations';

/** What an event does to one's conversations. */
export function applyToConversations(
  conversations: readonly Conversation[],
  event: StructureEvent,
): readonly Conversation[] {
  const { serverId } = event.data;
  const change = (changed: (conversation: Conversation) => Conversation) =>
    conversations.map((conversation) => (conversation.serverId === serverId ? changed(conversation) : conversation));
  switch (event.type) {
    case 'webchat.conversation.pair-started.v1':
      return begun(conversations, { ...event.data, kind: 'pair', name: '' });
    case 'webchat.conversation.group-started.v1':
      return begun(conversations, { ...event.data, kind: 'group', name: event.data.name ?? '' });
    case 'webchat.conversation.member-added.v1':
      return change((conversation) => ({
        ...conversation,
        userIds: [...new Set([...conversation.userIds, event.data.userId])],
      }));
    case 'webchat.member.left.v1':
      return change((conversation) => ({
        ...conversation,
        userIds: conversation.userIds.filter((userId) => userId !== event.data.userId),
      }));
    case 'webchat.server.renamed.v1':
      return change((conversation) => ({ ...conversation, name: event.data.name }));
    default:
      return conversations;
  }
}

/** The conversation in which somebody has just written comes first. */
export function wroteIn(
  conversations: readonly Conversation[],
  channelId: string,
  at: string,
): readonly Conversation[] {
  const found = conversations.find((conversation) => conversation.channelId === channelId);
  if (found === undefined || (found.lastMessageAt !== null && found.lastMessageAt >= at)) return conversations;
  return [{ ...found, lastMessageAt: at }, ...conversations.filter((other) => other !== found)];
}

type Begun = Pick<Conversation, 'serverId' | 'channelId' | 'userIds' | 'kind' | 'name'> & { at: string };

function begun(
  conversations: readonly Conversation[],
  { serverId, channelId, userIds, kind, name, at }: Begun,
): readonly Conversation[] {
  if (conversations.some((other) => other.serverId === serverId)) return conversations;
  return [{ serverId, channelId, userIds, kind, name, startedAt: at, lastMessageAt: null }, ...conversations];
}
