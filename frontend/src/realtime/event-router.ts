import { isStructureEvent, parseEvent, type ChatEvent, type MessagePosted, type StructureEvent } from './events';
import type { EventFrame } from './protocol';

interface Handlers {
  onMessagePosted(posted: MessagePosted): void;
  /** What happens to servers and their members is handed on in the order of the log, whatever it is. */
  onStructure(event: StructureEvent): void;
}

/** Hands each event, parsed, to whom it concerns. */
export class EventRouter {
  constructor(private readonly handlers: Handlers) {}

  route(frame: Pick<EventFrame, 'type' | 'data'>): void {
    const event = parseEvent(frame);
    if (event !== null) this.#handle(event);
  }

  #handle(event: ChatEvent): void {
    if (isStructureEvent(event)) this.handlers.onStructure(event);
    else if (event.type === 'webchat.message.posted.v1') this.handlers.onMessagePosted(event.data);
  }
}
