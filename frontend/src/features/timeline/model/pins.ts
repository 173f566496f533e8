import type { Message } from '@/contracts/message';
import type { MessageEvent } from '@/realtime/events';
import { applyToMessage } from './message-fold';

/** How many messages of a channel may be pinned. */
export const MAX_PINS = 50;

/**
 * What an event does to the pinned messages of a channel, the last pinned first. A message that nobody knows here cannot be
 * put among them: then the list is `incomplete` and has to be read anew.
 */
export function applyToPins(
  pins: readonly Message[],
  event: MessageEvent,
  known: Message | undefined,
): readonly Message[] | 'incomplete' {
  const { messageId } = event.data;
  const others = pins.filter((message) => message.messageId !== messageId);
  switch (event.type) {
    case 'webchat.message.pinned.v1':
      if (others.length < pins.length || pins.length >= MAX_PINS || known?.isDeleted) return pins;
      return known ? [{ ...known, isPinned: true }, ...pins] : 'incomplete';
    case 'webchat.message.unpinned.v1':
    case 'webchat.message.deleted.v1':
      return others.length < pins.length ? others : pins;
    default: {
      const after = pins.map((message) => applyToMessage(message, event));
      return after.every((message, index) => message === pins[index]) ? pins : after;
    }
  }
}
