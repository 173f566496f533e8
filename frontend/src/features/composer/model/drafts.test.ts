import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetWritten, Written } from '@/storage/written';
import { Drafts, type KeptDraft } from './drafts';

/** Of a machine that is busy with something else. */
const PATIENCE = 10_000;

const written = new Written<KeptDraft>('draft');
const kept = () => written.of('ada');

beforeEach(() => forgetWritten('ada'));

describe('drafts', () => {
  it('survive the page, as they were written last', async () => {
    const before = new Drafts(written);
    await before.open('ada');
    for (const text of ['h', 'he', 'hello']) before.write('general', text);
    before.write('random', 'gone');
    before.write('random', '');
    await vi.waitFor(async () => expect(await kept()).toEqual([{ key: 'general', text: 'hello' }]), PATIENCE);

    const after = new Drafts(written);
    const heard = vi.fn();
    after.subscribe(heard);
    await after.open('ada');
    expect(heard).toHaveBeenCalled();
    expect([after.of('general'), after.of('random')]).toEqual(['hello', '']);
  });

  it('do not come over what was written meanwhile', async () => {
    await written.keep('ada', 'general', { key: 'general', text: 'old' });
    await written.keep('ada', 'random', { key: 'random', text: 'old' });
    const drafts = new Drafts(written);
    const opened = drafts.open('ada');
    drafts.write('general', 'new');
    drafts.write('random', '');
    await opened;
    expect([drafts.of('general'), drafts.of('random')]).toEqual(['new', '']);
  });

  it('are kept to the last key for their author when a session ends, and told to nobody else', async () => {
    const drafts = new Drafts(written);
    await drafts.open('ada');
    for (const text of ['s', 'se', 'secret']) drafts.write('general', text);
    drafts.close();
    expect(drafts.of('general')).toBe('');
    await drafts.open('grace');
    expect(drafts.of('general')).toBe('');
    await drafts.open('ada');
    expect(drafts.of('general')).toBe('secret');
  });
});
