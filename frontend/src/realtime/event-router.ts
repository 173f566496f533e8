import {
  isMessageEvent,
  isProfileEvent,
  isReadingEvent,
  isStructureEvent,
  parseEvent,
  type ChatEvent,
  type MessageEvent,
  type ProfileEvent,
  type ReadingEvent,
  type StructureEvent,
} from './events';
import type { EventFrame } from './protocol';

interface Handlers {
  /** What happens in a channel, in the order of the log. */
  onMessage(event: MessageEvent, offset: number): void;
  /** What happens to servers and their members is handed on in the order of the log, whatever it is. */
  onStructure(event: StructureEvent): void;
  /** How somebody whom one meets, or oneself, is shown from now on. */
  onProfile(event: ProfileEvent): void;
  /** What the person themselves read, here or on another device. */
  onReading(event: ReadingEvent, offset: number): void;
}

/** Hands each event, parsed, to whom it concerns. */
export class EventRouter {
  constructor(private readonly handlers: Handlers) {}

  route(frame: Pick<EventFrame, 'type' | 'data' | 'offset'>): void {
    const event = parseEvent(frame);
    if (event !== null) this.#handle(event, frame.offset);
  }

  #handle(event: ChatEvent, offset: number): void {
    if (isStructureEvent(event)) this.handlers.onStructure(event);
    else if (isMessageEvent(event)) this.handlers.onMessage(event, offset);
    else if (isProfileEvent(event)) this.handlers.onProfile(event);
    else if (isReadingEvent(event)) this.handlers.onReading(event, offset);
  }
}
