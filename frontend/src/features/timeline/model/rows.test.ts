import { describe, expect, it } from 'vitest';
import type { Message } from '@/contracts/message';
import { example, message as exampleMessage } from './examples';
import { messageOf } from './message-fold';
import type { OutgoingMessage } from './outbox';
import { firstUnreadIn, goesOnTo, reaches, rowsOf } from './rows';

const message = (messageId: string, authorId: string, at: Date, data: Partial<Message> = {}) =>
  exampleMessage(messageId, { authorId, at: at.toISOString(), ...data });
const at = (hours: number, minutes: number, day = 10) => new Date(2026, 0, day, hours, minutes);
const outgoing = (messageId: string, status: OutgoingMessage['status']): OutgoingMessage => ({
  messageId,
  channelId: 'c',
  content: messageId,
  replyTo: null,
  threadId: null,
  attachments: [],
  at: at(9, 3).toISOString(),
  status,
  reason: null,
});
const shapes = (rows: ReturnType<typeof rowsOf>) =>
  rows.map((row) => (row.kind !== 'message' ? row.kind : `${row.startsGroup ? '+' : ' '}${row.key}`));

describe('the rows of a timeline', () => {
  it('group the messages of an author within seven minutes', () => {
    const messages = [
      message('a1', 'ada', at(9, 0)),
      message('a2', 'ada', at(9, 6)),
      message('g1', 'grace', at(9, 7)),
      message('a3', 'ada', at(9, 8)),
      message('a4', 'ada', at(9, 15)),
    ];
    expect(shapes(rowsOf(messages, [], 'ada'))).toEqual(['day', '+a1', ' a2', '+g1', '+a3', '+a4']);
  });

  it('separate the days of the reader, which also ends a group', () => {
    const messages = [message('a1', 'ada', at(23, 58)), message('a2', 'ada', at(0, 1, 11))];
    expect(shapes(rowsOf(messages, [], 'ada'))).toEqual(['day', '+a1', 'day', '+a2']);
  });

  it('keep the row of a day when more of it is loaded, and have one for each time that it begins', () => {
    const [first, last] = [message('a1', 'ada', at(9, 0)), message('a2', 'ada', at(10, 0))];
    const yesterday = message('g1', 'grace', at(23, 59, 9));
    const days = (messages: readonly Message[]) =>
      rowsOf(messages, [], 'ada').flatMap(({ kind, key }) => (kind === 'day' ? [key] : []));
    expect(days([first, last])).toEqual(days([last]));
    expect(new Set(days([first, yesterday, last])).size).toBe(3);
  });

  it('end with what is on its way, and show a confirmed message once, in its place', () => {
    const messages = [message('a1', 'ada', at(9, 0)), message('g1', 'grace', at(9, 1))];
    const rows = rowsOf(messages, [outgoing('a1', 'accepted'), outgoing('a2', 'failed')], 'ada');
    expect(shapes(rows)).toEqual(['day', '+a1', '+g1', '+a2']);
    expect(rows.at(-1)).toMatchObject({ delivery: 'failed' });
    expect(rows[1]).toMatchObject({ delivery: 'delivered' });
  });

  it('show nothing of a deleted message, unless a thread hangs on it or it is answered', () => {
    const gone = { isDeleted: true, content: '' };
    const messages = [
      message('a1', 'ada', at(9, 0), gone),
      message('a2', 'ada', at(9, 1), gone),
      message('g1', 'grace', at(9, 2), { replyTo: 'a2' }),
    ];
    expect(shapes(rowsOf(messages, [], 'ada'))).toEqual(['day', '+a2', '+g1']);
  });

  it('show a message when it is known what it says, and not before', () => {
    const untold = message('a1', 'ada', at(9, 0), { content: '' });
    const { attachments } = messageOf(example('message.posted').data);
    expect(shapes(rowsOf([untold, message('g1', 'grace', at(9, 1))], [], 'ada'))).toEqual(['day', '+g1']);
    expect(shapes(rowsOf([{ ...untold, content: 'a1' }], [], 'ada'))).toEqual(['day', '+a1']);
    expect(shapes(rowsOf([{ ...untold, attachments }], [], 'ada'))).toEqual(['day', '+a1']);
  });

  it('have one line above the first unread message, by its number or its id', () => {
    const messages = [1, 2, 3].map((number) => message(`a${number}`, 'ada', at(9, number), { number }));
    const shown = (number: number, messageId: string | null) =>
      shapes(rowsOf(messages, [], 'me', { number, messageId }));
    expect(shown(2, null)).toEqual(['day', '+a1', 'unread', '+a2', ' a3']);
    expect(shown(9, 'a3')).toEqual(['day', '+a1', ' a2', 'unread', '+a3']);
    expect(shown(4, null)).toEqual(['day', '+a1', ' a2', ' a3']);
    const gone = messages.map((one) => (one.number === 2 ? { ...one, isDeleted: true } : one));
    expect(shapes(rowsOf(gone, [], 'me', { number: 2, messageId: null }))).toEqual(['day', '+a1', 'unread', '+a3']);
  });

  it('begin a group with an answer', () => {
    const messages = [message('a1', 'ada', at(9, 0)), message('a2', 'ada', at(9, 1), { replyTo: 'x' })];
    expect(shapes(rowsOf(messages, [], 'ada'))).toEqual(['day', '+a1', '+a2']);
  });
});

describe('where the unread messages begin', () => {
  const numbered = (number: number, data: Partial<Message> = {}) =>
    message(`m${number}`, 'ada', at(9, 0), { number, ...data });
  const loaded = (...messages: Message[]) => ({
    threadId: null,
    messages,
    referenced: {},
    hasBefore: true,
    hasAfter: false,
  });
  const first = (number: number) => ({ number, messageId: null });

  it('is loaded if the message is, or one before it', () => {
    expect(reaches(loaded(numbered(7), numbered(8)), first(6))).toBe(false);
    expect(reaches(loaded(numbered(7), numbered(8)), first(7))).toBe(true);
    expect(reaches(loaded(numbered(7), numbered(8)), first(8))).toBe(true);
    expect(reaches({ ...loaded(numbered(7)), hasBefore: false }, first(6))).toBe(true);
  });

  it('is known of messages, too, whose numbers no page has told yet', () => {
    const live = (messageId: string) => message(messageId, 'ada', at(9, 0), { number: null });
    const messages = [numbered(7), live('eight'), live('nine')];
    expect(shapes(rowsOf(messages, [], 'me', first(8)))).toEqual(['day', '+m7', 'unread', '+eight', ' nine']);
    expect(shapes(rowsOf([live('one'), live('two')], [], 'me', first(2)))).toEqual(['day', '+one', 'unread', '+two']);
    expect(firstUnreadIn(loaded(...messages), first(9))?.messageId).toBe('nine');
    // What is on its way has no place yet.
    expect(shapes(rowsOf([numbered(7)], [outgoing('mine', 'pending')], 'me', first(8)))).not.toContain('unread');
  });

  it('is not loaded yet where it comes after all that is', () => {
    expect(goesOnTo(loaded(numbered(7)), first(8))).toBe(false);
    expect(goesOnTo(loaded(numbered(7), numbered(8, { isDeleted: true })), first(8))).toBe(true);
  });

  it('is the first message that is to be seen', () => {
    const timeline = loaded(numbered(7), numbered(8, { isDeleted: true }), numbered(9));
    expect(firstUnreadIn(timeline, first(8))?.messageId).toBe('m9');
    expect(firstUnreadIn(timeline, first(6))).toBeNull();
    expect(firstUnreadIn(undefined, first(8))).toBeNull();
  });
});
