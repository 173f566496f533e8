import { describe, expect, it } from 'vitest';
import { message } from './examples';
import { powersOver } from './powers';

const own = message('m', { authorId: 'me' });
const others = message('m', { authorId: 'other' });
const thread = { id: 'm', name: 'T', startedBy: 'me', startedAt: '', members: [], messages: 0, lastPostAt: null };
const BASELINE = ['view-channel', 'send-messages', 'add-reactions', 'create-threads'];

describe('what one may do with a message', () => {
  it('is to edit and delete one’s own, and to answer and react to any', () => {
    expect(powersOver(own, BASELINE, 'me')).toMatchObject({ edit: true, remove: true, reply: true, react: true });
    expect(powersOver(others, BASELINE, 'me')).toMatchObject({ edit: false, remove: false, reply: true, react: true });
  });

  it('takes permissions', () => {
    const none = { react: false, reply: false, edit: false, thread: false, pin: false, history: false, remove: false };
    expect(powersOver(others, ['view-channel'], 'me')).toEqual(none);
    expect(powersOver(others, ['manage-messages'], 'me').remove).toBe(true);
    expect(powersOver(others, ['manage-messages'], 'me').edit).toBe(false);
    expect(powersOver(others, ['pin-messages'], 'me').pin).toBe(true);
  });

  it('is to open the thread of any message, a deleted one too, and nothing else with that', () => {
    const gone = { ...own, isDeleted: true, thread };
    const none = { react: false, reply: false, edit: false, pin: false, history: false, remove: false };
    expect(powersOver(gone, [...BASELINE, 'pin-messages', 'manage-messages'], 'me')).toEqual({ ...none, thread: true });
  });

  it('is to read what one’s own message said before, and anybody’s where one manages messages', () => {
    const editedAt = '2026-05-03T14:05:00Z';
    expect(powersOver({ ...own, editedAt }, [], 'me').history).toBe(true);
    expect(powersOver(own, [], 'me').history).toBe(false);
    expect(powersOver({ ...others, editedAt }, BASELINE, 'me').history).toBe(false);
    expect(powersOver({ ...others, editedAt }, ['manage-messages'], 'me').history).toBe(true);
    expect(powersOver({ ...own, editedAt, isDeleted: true }, ['manage-messages'], 'me').history).toBe(false);
  });

  it('is not to start a thread in a thread, nor to pin there', () => {
    const inThread = message('m', { threadId: 'root' });
    expect(powersOver(inThread, [...BASELINE, 'pin-messages'], 'me')).toMatchObject({ thread: false, pin: false });
  });
});
