import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBrowser } from '@/storage/fake-browser';
import { forgetWritten, Written } from '@/storage/written';
import { Drafts, type DraftChange, type KeptDraft } from './drafts';

/** Of a machine that is busy with something else. */
const PATIENCE = 10_000;

const written = new Written<KeptDraft>('draft');
const kept = () => written.of('ada');
let newChanges = new FakeBrowser().channel<DraftChange>();
/** Of another tab, or of the same one after a reload. */
const draftsOf = () => new Drafts(written, newChanges());

beforeEach(() => {
  newChanges = new FakeBrowser().channel<DraftChange>();
  return forgetWritten('ada');
});

describe('drafts', () => {
  it('survive the page, as they were written last', async () => {
    const before = draftsOf();
    await before.open('ada');
    for (const text of ['h', 'he', 'hello']) before.write('general', text);
    before.write('random', 'gone');
    before.write('random', '');
    await vi.waitFor(async () => expect(await kept()).toEqual([{ key: 'general', text: 'hello' }]), PATIENCE);

    const after = draftsOf();
    const heard = vi.fn();
    after.subscribe(heard);
    await after.open('ada');
    expect(heard).toHaveBeenCalled();
    expect([after.of('general'), after.of('random')]).toEqual(['hello', '']);
  });

  it('do not come over what was written meanwhile', async () => {
    await written.keep('ada', 'general', { key: 'general', text: 'old' });
    await written.keep('ada', 'random', { key: 'random', text: 'old' });
    const drafts = draftsOf();
    const opened = drafts.open('ada');
    drafts.write('general', 'new');
    drafts.write('random', '');
    await opened;
    expect([drafts.of('general'), drafts.of('random')]).toEqual(['new', '']);
  });

  it('are kept to the last key for their author when a session ends, and told to nobody else', async () => {
    const drafts = draftsOf();
    await drafts.open('ada');
    for (const text of ['s', 'se', 'secret']) drafts.write('general', text);
    drafts.close();
    expect(drafts.of('general')).toBe('');
    await drafts.open('grace');
    expect(drafts.of('general')).toBe('');
    await drafts.open('ada');
    expect(drafts.of('general')).toBe('secret');
  });

  it('keep what they answer, with or without words', async () => {
    const before = draftsOf();
    await before.open('ada');
    before.reply('general', 'm');
    before.write('general', 'yes');
    before.reply('random', 'n');
    before.reply('thread', 'o');
    before.reply('thread', null);
    const all = [
      { key: 'general', text: 'yes', replyTo: 'm' },
      { key: 'random', text: '', replyTo: 'n' },
    ];
    await vi.waitFor(async () => expect(await kept()).toEqual(all), PATIENCE);

    const after = draftsOf();
    await after.open('ada');
    expect([after.replyTo('general'), after.replyTo('random'), after.replyTo('thread')]).toEqual(['m', 'n', null]);
    after.write('general', '');
    expect(after.replyTo('general')).toBe('m');
  });

  it('are the same in all tabs: what was written last, and nothing once it was sent', async () => {
    const [one, other] = [draftsOf(), draftsOf()];
    await Promise.all([one.open('ada'), other.open('ada')]);
    one.write('general', 'hello');
    await vi.waitFor(() => expect(other.of('general')).toBe('hello'), PATIENCE);
    other.write('general', 'hello there');
    await vi.waitFor(() => expect(one.of('general')).toBe('hello there'), PATIENCE);
    one.write('general', '');
    await vi.waitFor(() => expect(other.of('general')).toBe(''), PATIENCE);
    expect(await kept()).toEqual([]);
  });

  it('that somebody goes on writing are not replaced by what another tab kept before', async () => {
    const [one, other] = [draftsOf(), draftsOf()];
    await Promise.all([one.open('ada'), other.open('ada')]);
    one.write('general', 'old');
    other.write('general', 'newer');
    expect(other.of('general')).toBe('newer');
    await vi.waitFor(() => expect(one.of('general')).toBe('newer'), PATIENCE);
    expect(other.of('general')).toBe('newer');
    expect(await kept()).toEqual([{ key: 'general', text: 'newer' }]);
  });

  it('of somebody else are not told', async () => {
    const [one, other] = [draftsOf(), draftsOf()];
    await one.open('ada');
    await other.open('grace');
    one.write('general', 'secret');
    await vi.waitFor(async () => expect(await kept()).toHaveLength(1), PATIENCE);
    expect(other.of('general')).toBe('');
  });
});
