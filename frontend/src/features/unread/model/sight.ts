import type { StructureEvent } from '@/realtime/events';

/** Whether an event may change which channels one sees, or which calls are for one. */
export function changesWhatIsSeen({ type, data }: StructureEvent, me: string | undefined): boolean {
  switch (type) {
    case 'webchat.channel.created.v1':
    case 'webchat.channel.deleted.v1':
    case 'webchat.channel.role-overridden.v1':
    case 'webchat.role.edited.v1':
    case 'webchat.role.deleted.v1':
    case 'webchat.server.ownership-transferred.v1':
    case 'webchat.conversation.pair-started.v1':
    case 'webchat.conversation.group-started.v1':
      return true;
    case 'webchat.channel.member-overridden.v1':
    case 'webchat.role.assigned.v1':
    case 'webchat.role.withdrawn.v1':
    case 'webchat.member.joined.v1':
    case 'webchat.conversation.member-added.v1':
      return data.userId === me;
    default:
      return false;
  }
}
