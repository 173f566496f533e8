import type { OutgoingMessage } from './outbox';
import { messageOf } from './message-fold';
import type { Message } from './timeline';

export interface MessageRow {
  kind: 'message';
  key: string;
  message: Message;
  /** The first of an author's run of messages: it shows avatar, name and time. */
  startsGroup: boolean;
  delivery: 'delivered' | OutgoingMessage['status'];
  reason: Error | null;
}

export type Row = { kind: 'day'; key: string; at: string } | { kind: 'unread'; key: string } | MessageRow;

/** The first message that was not read: by its number, or by its id. */
export interface FirstUnread {
  readonly number: number;
  readonly messageId: string | null;
}

const GROUP_MILLIS = 7 * 60_000;

/** What the timeline shows: the messages of the log, then those on their way, grouped by author and day. */
export function rowsOf(
  messages: readonly Message[],
  outgoing: readonly OutgoingMessage[],
  me: string,
  firstUnread: FirstUnread | null = null,
): Row[] {
  const confirmed = new Set(messages.map(({ messageId }) => messageId));
  const all: Omit<MessageRow, 'startsGroup'>[] = [
    ...messages
      .filter(isShownAmong(messages))
      .map((message) => ({ ...row(message), delivery: 'delivered' as const, reason: null })),
    ...outgoing
      .filter(({ messageId }) => !confirmed.has(messageId))
      .map((message) => ({
        ...row(messageOf({ ...message, serverId: '', authorId: me, attachments: [...message.attachments] })),
        delivery: message.status,
        reason: message.reason,
      })),
  ];

  const rows: Row[] = [];
  const days = new Map<string, number>();
  let previous: MessageRow['message'] | null = null;
  let divided = firstUnread === null;
  for (const next of all) {
    const newDay = previous === null || !isSameDay(previous.at, next.message.at);
    if (newDay) {
      // What is loaded later of a day changes nothing about its row. Clocks that differ may begin a day twice.
      const day = new Date(next.message.at).toDateString();
      const times = days.get(day) ?? 0;
      days.set(day, times + 1);
      rows.push({ kind: 'day', key: `day-${day}-${times}`, at: next.message.at });
    }
    const begins = !divided && firstUnread !== null && isFrom(firstUnread, next.message);
    if (begins) rows.push({ kind: 'unread', key: 'unread' });
    divided ||= begins;
    rows.push({ ...next, startsGroup: newDay || begins || previous === null || !continues(previous, next.message) });
    previous = next.message;
  }
  return rows;
}

/** Whether a message is the first unread one, or comes after it where that is not shown. */
function isFrom({ number, messageId }: FirstUnread, message: Message): boolean {
  return message.messageId === messageId || (message.number !== null && message.number >= number);
}

/** A deleted message leaves no trace but where something hangs on it. */
function isShownAmong(messages: readonly Message[]): (message: Message) => boolean {
  const answered = new Set(messages.map(({ replyTo }) => replyTo));
  return ({ isDeleted, thread, messageId }) => !isDeleted || thread !== null || answered.has(messageId);
}

function row(message: MessageRow['message']): Pick<MessageRow, 'kind' | 'key' | 'message'> {
  return { kind: 'message', key: message.messageId, message };
}

function continues(previous: MessageRow['message'], next: MessageRow['message']): boolean {
  if (previous.isDeleted || next.isDeleted || next.replyTo !== null) return false;
  return previous.authorId === next.authorId && Date.parse(next.at) - Date.parse(previous.at) < GROUP_MILLIS;
}

/** The day of the reader's own calendar. */
function isSameDay(one: string, other: string): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}
