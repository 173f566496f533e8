import { describe, expect, it } from 'vitest';
import { example, ids, message, said } from './examples';
import { applyToMessage, messageOf } from './message-fold';

const posted = messageOf(example('message.posted').data);
const edited = (revision: number, content: string) => example('message.edited', { revision, content });
const emojiOf = ({ reactions }: { reactions: readonly { emoji: string }[] }) => reactions.map(({ emoji }) => emoji);

describe('a message', () => {
  it('begins as it was posted', () => {
    expect(posted).toMatchObject({ revision: 0, editedAt: null, isDeleted: false, threadId: ids.thread });
    expect(posted.attachments.map(({ name }) => name)).toEqual(['Plan.png', 'notes.pdf']);
  });

  it('takes the next revision and no other', () => {
    const once = applyToMessage(posted, edited(1, 'one'));
    expect(once).toMatchObject({ content: 'one', revision: 1, editedAt: example('message.edited').data.at });
    expect(applyToMessage(once, edited(1, 'raced'))).toBe(once);
    expect(applyToMessage(once, edited(3, 'too early'))).toBe(once);
    expect(applyToMessage(once, edited(2, 'two')).content).toBe('two');
  });

  it('says what it said until the edit comes that counts, where those before it are told without a wording', () => {
    const once = applyToMessage(posted, edited(1, ''));
    expect(once).toMatchObject({ content: posted.content, mentions: posted.mentions, revision: 1 });
    expect(applyToMessage(once, edited(2, 'two'))).toEqual(
      applyToMessage(applyToMessage(posted, edited(1, 'one')), edited(2, 'two')),
    );
  });

  it('loses what it said when it is deleted, and nothing happens to it any more', () => {
    const gone = applyToMessage(applyToMessage(posted, example('reaction.added')), example('message.deleted'));
    expect(gone).toMatchObject({ content: '', isDeleted: true, attachments: [], reactions: [], mentions: null });
    expect(gone.number).toBe(posted.number);
    for (const event of [edited(1, 'late'), example('reaction.added'), example('message.pinned')]) {
      expect(applyToMessage(gone, event)).toBe(gone);
    }
  });

  it('has one reaction per person and emoji, however often the event comes', () => {
    const once = applyToMessage(posted, example('reaction.added'));
    expect(once.reactions).toEqual([{ emoji: '👋🏽', userIds: [ids.author] }]);
    expect(applyToMessage(once, example('reaction.added'))).toBe(once);
    const both = applyToMessage(once, example('reaction.added', { actorId: ids.moderator }));
    expect(both.reactions[0]?.userIds).toEqual([ids.author, ids.moderator]);
    expect(applyToMessage(both, example('reaction.removed')).reactions[0]?.userIds).toEqual([ids.moderator]);
    expect(applyToMessage(once, example('reaction.removed')).reactions).toEqual([]);
  });

  it('takes no 21st emoji, but more people under one of the 20', () => {
    const many = Array.from({ length: 21 }, (_, index) => String.fromCodePoint(0x1f600 + index));
    const full = many.reduce((state, emoji) => applyToMessage(state, example('reaction.added', { emoji })), posted);
    expect(emojiOf(full)).toEqual(many.slice(0, 20));
    const more = applyToMessage(full, example('reaction.added', { emoji: many[0], actorId: ids.moderator }));
    expect(more.reactions[0]?.userIds).toHaveLength(2);
  });

  it('takes five thousand reactions of all people together', () => {
    const userIds = Array.from({ length: 4_999 }, (_, index) => `user-${index}`);
    const nearly = { ...posted, reactions: [{ emoji: '👋', userIds }] };
    const full = applyToMessage(nearly, example('reaction.added', { emoji: '🎉' }));
    expect(emojiOf(full)).toEqual(['👋', '🎉']);
    expect(applyToMessage(full, example('reaction.added', { emoji: '👋' }))).toBe(full);
    expect(applyToMessage(full, example('reaction.added', { emoji: '🚀' }))).toBe(full);
  });

  it('is pinned until it is unpinned', () => {
    const pinned = applyToMessage(posted, example('message.pinned'));
    expect(pinned.isPinned).toBe(true);
    expect(applyToMessage(pinned, example('message.unpinned')).isPinned).toBe(false);
  });

  it('is left alone by what happens to others', () => {
    const other = message('other');
    expect(applyToMessage(other, example('message.deleted'))).toBe(other);
    expect(applyToMessage(other, said('third'))).toBe(other);
  });
});

describe('the thread of a message', () => {
  const root = applyToMessage(message(ids.message), example('thread.started'));

  it('begins with who began it, once', () => {
    expect(root.thread).toMatchObject({ id: ids.message, name: 'About the plan', members: [ids.author], messages: 0 });
    expect(applyToMessage(root, example('thread.started', { name: 'Second' }))).toBe(root);
  });

  it('counts its posts; who posts joins', () => {
    const after = applyToMessage(root, said('reply', { threadId: ids.message, authorId: ids.moderator }));
    expect(after.thread).toMatchObject({ messages: 1, members: [ids.author, ids.moderator] });
    expect(after.thread?.lastPostAt).toBe(example('message.posted').data.at);
    expect(applyToMessage(root, said('elsewhere'))).toBe(root);
  });

  it('is joined and left', () => {
    const joined = applyToMessage(root, example('thread.joined'));
    expect(joined.thread?.members).toEqual([ids.author, ids.moderator]);
    expect(applyToMessage(joined, example('thread.joined'))).toBe(joined);
    expect(applyToMessage(joined, example('thread.left')).thread?.members).toEqual([ids.author]);
  });

  it('outlives the message that it hangs on', () => {
    const gone = applyToMessage(root, example('message.deleted'));
    expect(gone).toMatchObject({ isDeleted: true, content: '' });
    expect(applyToMessage(gone, said('reply', { threadId: ids.message })).thread?.messages).toBe(1);
  });
});
