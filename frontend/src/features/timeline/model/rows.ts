import { isUntold } from '@/contracts/message';
import type { OutgoingMessage } from './outbox';
import { messageOf } from './message-fold';
import type { Message, Timeline } from './timeline';

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
  let today: Day | null = null;
  let divided = firstUnread === null;
  const numbers = divided ? null : numbersOf(messages);
  for (const next of all) {
    const newDay = today === null || !isOn(today, next.message.at);
    if (newDay) {
      today = dayOf(next.message.at);
      // What is loaded later of a day changes nothing about its row. Clocks that differ may begin a day twice.
      const times = days.get(today.name) ?? 0;
      days.set(today.name, times + 1);
      rows.push({ kind: 'day', key: `day-${today.name}-${times}`, at: next.message.at });
    }
    const number = numbers?.get(next.message.messageId);
    const begins =
      !divided && firstUnread !== null && number !== undefined && isFrom(firstUnread, next.message, number);
    if (begins) rows.push({ kind: 'unread', key: 'unread' });
    divided ||= begins;
    rows.push({ ...next, startsGroup: newDay || begins || previous === null || !continues(previous, next.message) });
    previous = next.message;
  }
  return rows;
}

/** Whether what is loaded begins where the unread messages do, or before: else the line stands above them in its place. */
export function reaches(timeline: Pick<Timeline, 'messages' | 'hasBefore'>, firstUnread: FirstUnread): boolean {
  const [first] = timeline.messages;
  if (!timeline.hasBefore || first === undefined) return true;
  return !isFrom(firstUnread, first, first.number ?? 0) || isAt(firstUnread, first, first.number);
}

/** Whether what is loaded goes on to where the unread messages begin; they may all be deleted. */
export function goesOnTo({ messages }: Pick<Timeline, 'messages'>, firstUnread: FirstUnread): boolean {
  const last = messages.at(-1);
  return last !== undefined && isFrom(firstUnread, last, numbersOf(messages).get(last.messageId) ?? 0);
}

/** The first unread message that is to be seen, if it is loaded. */
export function firstUnreadIn(timeline: Timeline | undefined, firstUnread: FirstUnread): Message | null {
  if (timeline === undefined || !reaches(timeline, firstUnread)) return null;
  const numbers = numbersOf(timeline.messages);
  const begin = timeline.messages.findIndex((message) =>
    isFrom(firstUnread, message, numbers.get(message.messageId) ?? 0),
  );
  return begin === -1 ? null : (timeline.messages.slice(begin).find(({ isDeleted }) => !isDeleted) ?? null);
}

/** The places of messages in their timeline: of those that no page has told yet, after the one before. */
function numbersOf(messages: readonly Message[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  let last = 0;
  for (const { messageId, number } of messages) numbers.set(messageId, (last = number ?? last + 1));
  return numbers;
}

/** Whether a message is the first unread one, or comes after it where that is not shown. */
function isFrom(firstUnread: FirstUnread, message: Message, number: number): boolean {
  return isAt(firstUnread, message, number) || number >= firstUnread.number;
}

function isAt({ number, messageId }: FirstUnread, message: Message, at: number | null): boolean {
  return message.messageId === messageId || at === number;
}

/** A deleted message leaves no trace but where something hangs on it; what is not told yet is shown when it is. */
function isShownAmong(messages: readonly Message[]): (message: Message) => boolean {
  const answered = new Set(messages.map(({ replyTo }) => replyTo));
  return (message) =>
    !isUntold(message) && (!message.isDeleted || message.thread !== null || answered.has(message.messageId));
}

function row(message: MessageRow['message']): Pick<MessageRow, 'kind' | 'key' | 'message'> {
  return { kind: 'message', key: message.messageId, message };
}

function continues(previous: MessageRow['message'], next: MessageRow['message']): boolean {
  if (previous.isDeleted || next.isDeleted || next.replyTo !== null) return false;
  return previous.authorId === next.authorId && Date.parse(next.at) - Date.parse(previous.at) < GROUP_MILLIS;
}

/** A day of the reader's own calendar, from its first millisecond to the one after its last: dates take long to make. */
interface Day {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
}

function dayOf(at: string): Day {
  const date = new Date(at);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  return {
    name: date.toDateString(),
    begin: new Date(year, month, day).getTime(),
    end: new Date(year, month, day + 1).getTime(),
  };
}

function isOn({ begin, end }: Day, at: string): boolean {
  const time = Date.parse(at);
  return begin <= time && time < end;
}
