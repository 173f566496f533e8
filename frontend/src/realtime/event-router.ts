import { parseEvent, type ChatEvent, type EventData, type EventType } from './events';
import type { EventFrame } from './protocol';

type Handlers = { [T in EventType]?: (data: EventData<T>) => void };

/** Hands each event, parsed, to the handler of its type. */
export class EventRouter {
  constructor(private readonly handlers: Handlers) {}

  route(frame: Pick<EventFrame, 'type' | 'data'>): void {
    const event = parseEvent(frame);
    if (event !== null) this.#handle(event);
  }

  #handle<T extends EventType>(event: Extract<ChatEvent, { type: T }>): void {
    const handler = this.handlers[event.type] as ((data: EventData<T>) => void) | undefined;
    handler?.(event.data as EventData<T>);
  }
}
