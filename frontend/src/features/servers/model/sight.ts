import type { StructureEvent } from '@/realtime/events';

/** Whether what somebody may see or do may be another after an event. */
export function changesSight(event: StructureEvent, me: string | undefined): boolean {
  switch (event.type) {
    case 'webchat.role.edited.v1':
    case 'webchat.role.deleted.v1':
    case 'webchat.channel.role-overridden.v1':
    case 'webchat.server.ownership-transferred.v1':
      return true;
    case 'webchat.role.assigned.v1':
    case 'webchat.role.withdrawn.v1':
    case 'webchat.channel.member-overridden.v1':
      return event.data.userId === me;
    default:
      return false;
  }
}

/**
 * Whether an event says where something stands among others. Unlike the rest, such events may not be applied a second time
 * in a row with later ones.
 */
export function changesOrder({ type }: StructureEvent): boolean {
  return type === 'webchat.category.moved.v1' || type === 'webchat.channel.moved.v1';
}
