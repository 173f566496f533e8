import type { OutgoingMessage } from './outbox';
import type { Message } from './timeline';

export interface MessageRow {
  kind: 'message';
  key: string;
  message: Pick<Message, 'messageId' | 'authorId' | 'content' | 'at'>;
  /** The first of an author's run of messages: it shows avatar, name and time. */
  startsGroup: boolean;
  delivery: 'delivered' | OutgoingMessage['status'];
  reason: string | null;
}

export type Row = { kind: 'day'; key: string; at: string } | MessageRow;

const GROUP_MILLIS = 7 * 60_000;

/** What the timeline shows: the messages of the log, then those on their way, grouped by author and day. */
export function rowsOf(messages: readonly Message[], outgoing: readonly OutgoingMessage[], me: string): Row[] {
  const confirmed = new Set(messages.map(({ messageId }) => messageId));
  const all: Omit<MessageRow, 'startsGroup'>[] = [
    ...messages.map((message) => ({ ...row(message), delivery: 'delivered' as const, reason: null })),
    ...outgoing
      .filter(({ messageId }) => !confirmed.has(messageId))
      .map((message) => ({
        ...row({ ...message, authorId: me }),
        delivery: message.status,
        reason: message.reason,
      })),
  ];

  const rows: Row[] = [];
  let previous: MessageRow['message'] | null = null;
  for (const next of all) {
    const newDay = previous === null || !isSameDay(previous.at, next.message.at);
    if (newDay) rows.push({ kind: 'day', key: `day-${next.key}`, at: next.message.at });
    rows.push({ ...next, startsGroup: newDay || previous === null || !continues(previous, next.message) });
    previous = next.message;
  }
  return rows;
}

function row(message: MessageRow['message']): Pick<MessageRow, 'kind' | 'key' | 'message'> {
  return { kind: 'message', key: message.messageId, message };
}

function continues(previous: MessageRow['message'], next: MessageRow['message']): boolean {
  return previous.authorId === next.authorId && Date.parse(next.at) - Date.parse(previous.at) < GROUP_MILLIS;
}

/** The day of the reader's own calendar. */
function isSameDay(one: string, other: string): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}
