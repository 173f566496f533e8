import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '@/contracts/message';
import { parseEvent, type EventOf, type MessageEvent } from '@/realtime/events';
import type { messageSchemas } from '@/realtime/message-events';
import { messageOf } from './message-fold';

type Name = keyof typeof messageSchemas extends infer T ? (T extends `webchat.${infer N}.v1` ? N : never) : never;

/** For tests: the approved example of an event, which the Java side reads too, with some of it replaced. */
export function example<N extends Name>(
  name: N,
  data: Record<string, unknown> = {},
): EventOf<`webchat.${N}.v1` & keyof typeof messageSchemas> {
  const type = `webchat.${name}.v1`;
  const file = join(process.cwd(), '../platform/event-log/examples', `${type}.json`);
  const approved = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return parseEvent({ type, data: { ...approved, ...data } }) as EventOf<
    `webchat.${N}.v1` & keyof typeof messageSchemas
  >;
}

/** A plain message of a channel, as its event. */
export function said(messageId: string, data: Record<string, unknown> = {}): MessageEvent {
  const plain = { replyTo: null, threadId: null, mentions: null, attachments: null, content: messageId };
  return example('message.posted', { ...plain, messageId, ...data });
}

/** A plain message, as it is kept. */
export function message(messageId: string, data: Partial<Message> = {}): Message {
  const event = said(messageId);
  if (event.type !== 'webchat.message.posted.v1') throw new Error(event.type);
  return { ...messageOf(event.data), ...data };
}

/** The ids of the approved examples. */
export const ids = {
  message: '0197b3a0-0000-7000-8000-000000000003',
  thread: '0197b3a0-0000-7000-8000-000000000008',
  author: '0197b3a0-0000-7000-8000-000000000004',
  moderator: '0197b3a0-0000-7000-8000-000000000005',
};
