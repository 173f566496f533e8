import { expect, it } from 'vitest';
import type { MessageEvent, MessagePosted } from '@/realtime/events';
import { Said } from './said';

const AT = '2026-05-20T12:00:00Z';
const toAda = { users: ['ada'], roles: [], everyone: false };
const place = { serverId: 's', channelId: 'c' };
const posted = (content: string, rest: Partial<MessagePosted> = {}): MessageEvent => ({
  type: 'webchat.message.posted.v1',
  data: { ...place, messageId: 'm', authorId: 'bo', content, at: AT, ...rest },
});
const edited = (revision: number, content: string, mentions: MessagePosted['mentions'] = null): MessageEvent => ({
  type: 'webchat.message.edited.v1',
  data: { ...place, messageId: 'm', actorId: 'bo', revision, content, mentions, at: AT },
});
const deleted: MessageEvent = {
  type: 'webchat.message.deleted.v1',
  data: { ...place, messageId: 'm', actorId: 'bo', at: AT },
};
const file = { id: 'f', name: 'a.txt', contentType: 'text/plain', size: 1, hasThumbnail: false };

it('is what is posted, with words or with files, and no edit of it', () => {
  const said = new Said();
  expect(said.take(posted('Hello'))).toMatchObject({ content: 'Hello' });
  expect(said.take(edited(1, 'Hello!'))).toBeNull();
  expect(said.take(posted('', { attachments: [file] }))).toMatchObject({ attachments: [file] });
});

it('of what was edited before it was told is the edit that says it, once', () => {
  const said = new Said();
  expect(said.take(posted(''))).toBeNull();
  expect(said.take(edited(1, ''))).toBeNull();
  expect(said.take(edited(2, 'Hello, Ada', toAda))).toMatchObject({
    authorId: 'bo',
    content: 'Hello, Ada',
    mentions: toAda,
  });
  expect(said.take(edited(3, 'Hello again'))).toBeNull();
});

it('of what is deleted is nothing', () => {
  const said = new Said();
  said.take(posted(''));
  expect(said.take(deleted)).toBeNull();
  expect(said.take(edited(1, 'Too late'))).toBeNull();
});

it('keeps what is not told yet within bounds, the last of it', () => {
  const said = new Said();
  for (let index = 0; index < 201; index++) said.take(posted('', { messageId: index === 0 ? 'm' : `m${index}` }));
  expect(said.take(edited(1, 'Forgotten'))).toBeNull();
  said.take(posted(''));
  expect(said.take(edited(1, 'Hello'))).not.toBeNull();
});
