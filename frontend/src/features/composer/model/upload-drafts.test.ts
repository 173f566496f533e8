import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attachment } from '@/contracts/message';
import { UnreachableError } from '@/http/problem';
import type { Progress } from '@/http/send-file';
import { FakeBrowser } from '@/storage/fake-browser';
import { forgetWritten, Written } from '@/storage/written';
import { UploadDrafts, type KeptUpload, type UploadChange } from './upload-drafts';

/** Of a machine that is busy with something else. */
const PATIENCE = 10_000;

const attachment = { id: 'a', name: 'a', contentType: 'text/plain', size: 1, image: null, hasThumbnail: false };
const file = new File(['x'], 'plan.txt');

const written = new Written<KeptUpload>('upload');

let browser = new FakeBrowser();
let newChanges = browser.channel<UploadChange>();

beforeEach(() => {
  browser = new FakeBrowser();
  newChanges = browser.channel();
  return forgetWritten('ada');
});

/** Uploads of a tab that end when the test says so. */
function drafts(tab = 'one', now = Date.now) {
  const sent: {
    id: string;
    resolve(attachment: Attachment): void;
    reject(error: unknown): void;
    progress: Progress;
  }[] = [];
  const uploads = new UploadDrafts({
    upload: (_channelId, id, _file, progress) =>
      new Promise((resolve, reject) => {
        sent.push({ id, resolve, reject, progress });
      }),
    now,
    written,
    tabs: browser.tab(tab),
    changes: newChanges(),
  });
  const last = () => {
    const latest = sent.at(-1);
    if (latest === undefined) throw new Error('nothing was sent');
    return latest;
  };
  return { uploads, last, sent };
}

describe('the files of a draft', () => {
  it('go on while nobody looks, and stay with their draft', async () => {
    const { uploads, last } = drafts();
    const heard = vi.fn();
    uploads.add('general', 'general', [file]);
    const unsubscribe = uploads.subscribe(heard);
    last().progress.onProgress(0.5);
    expect(uploads.of('general')[0]?.state).toEqual({ name: 'sending', part: 0.5 });
    expect(uploads.of('random')).toEqual([]);
    last().resolve(attachment);
    await vi.waitFor(() => expect(uploads.of('general')[0]?.state).toEqual({ name: 'done', attachment }), PATIENCE);
    expect(heard).toHaveBeenCalledTimes(2);
    unsubscribe();
    uploads.clear('general');
    expect(uploads.of('general')).toEqual([]);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('can be tried again after a failure that passes', async () => {
    const { uploads, last, sent } = drafts();
    uploads.add('general', 'general', [file]);
    last().reject(new UnreachableError('x'));
    await vi.waitFor(
      () => expect(uploads.of('general')[0]?.state).toMatchObject({ name: 'failed', retryable: true }),
      PATIENCE,
    );
    const [failed] = uploads.of('general');
    if (failed) uploads.retry('general', 'general', failed);
    expect(sent).toHaveLength(2);
    expect(uploads.of('general')[0]?.state).toEqual({ name: 'sending', part: 0 });
  });

  it('are cancelled when they are removed, and all of them when one signs out', async () => {
    const { uploads, sent } = drafts();
    uploads.add('general', 'general', [file]);
    uploads.remove('general', uploads.of('general')[0]?.id ?? '');
    uploads.add('random', 'random', [file]);
    uploads.forget();
    expect(sent.map(({ progress }) => progress.signal.aborted)).toEqual([true, true]);
    sent[1]?.resolve(attachment);
    await Promise.resolve();
    expect(uploads.of('random')).toEqual([]);
  });
});

describe('the files that a browser keeps', () => {
  const state = (uploads: UploadDrafts) => uploads.of('general').map(({ file: { name }, state }) => [name, state.name]);

  it('are there after a reload: what had arrived as such, the rest on its way again under its id', async () => {
    const before = drafts();
    await before.uploads.open('ada');
    before.uploads.add('general', 'general', [new File(['1'], 'done.txt'), new File(['2'], 'half.txt')]);
    before.uploads.add('general', 'general', [new File(['3'], 'removed.txt')]);
    before.uploads.remove('general', before.uploads.of('general')[2]?.id ?? '');
    before.sent[0]?.resolve(attachment);
    await vi.waitFor(async () => expect((await written.of('ada'))[0]?.attachment).toEqual(attachment), PATIENCE);

    browser.close('one');
    const after = drafts('another');
    await after.uploads.open('ada');
    expect(state(after.uploads)).toEqual([
      ['done.txt', 'done'],
      ['half.txt', 'sending'],
    ]);
    expect(after.sent.map(({ id }) => id)).toEqual([before.sent[1]?.id]);
    after.uploads.clear('general');
    expect(await written.of('ada')).toEqual([]);
  });

  it('are sent anew when the services may have forgotten them', async () => {
    const before = drafts();
    await before.uploads.open('ada');
    before.uploads.add('general', 'general', [file]);
    before.sent[0]?.resolve(attachment);
    await vi.waitFor(async () => expect((await written.of('ada'))[0]?.attachment).toEqual(attachment), PATIENCE);

    browser.close('one');
    const after = drafts('another', () => Date.now() + 13 * 3_600_000);
    await after.uploads.open('ada');
    expect(state(after.uploads)).toEqual([['plan.txt', 'sending']]);
    expect(after.sent[0]?.id).not.toBe(before.sent[0]?.id);
    expect((await written.of('ada')).map(({ id }) => id)).toEqual([after.sent[0]?.id]);
  });

  it('wait for their author when a session ends, and are told to nobody else', async () => {
    const { uploads } = drafts();
    await uploads.open('ada');
    uploads.add('general', 'general', [file]);
    uploads.forget();
    await uploads.open('grace');
    expect(state(uploads)).toEqual([]);
    await uploads.open('ada');
    expect(state(uploads)).toEqual([['plan.txt', 'sending']]);
  });
});

describe('the files of a draft that several tabs show', () => {
  const states = (uploads: UploadDrafts) => uploads.of('general').map(({ state }) => state);
  async function tabs() {
    const [one, other] = [drafts('one'), drafts('other')];
    await one.uploads.open('ada');
    one.uploads.add('general', 'general', [file]);
    await other.uploads.open('ada');
    await vi.waitFor(() => expect(states(other.uploads)).toEqual([{ name: 'sending', part: null }]), PATIENCE);
    return { one, other };
  }

  it('are sent by that in which they were added, and arrive in all', async () => {
    const { one, other } = await tabs();
    expect(other.sent).toEqual([]);
    one.last().resolve(attachment);
    await vi.waitFor(() => expect(states(other.uploads)).toEqual([{ name: 'done', attachment }]), PATIENCE);
    other.uploads.add('general', 'general', [new File(['y'], 'late.txt')]);
    await vi.waitFor(() => expect(one.uploads.of('general')).toHaveLength(2), PATIENCE);
    expect(one.sent).toHaveLength(1);
  });

  it('are gone in all when one removes them, or sends them along', async () => {
    const { one, other } = await tabs();
    other.uploads.remove('general', one.last().id);
    await vi.waitFor(() => expect(one.uploads.of('general')).toEqual([]), PATIENCE);
    expect(one.last().progress.signal.aborted).toBe(true);
    one.uploads.add('general', 'general', [file]);
    await vi.waitFor(() => expect(other.uploads.of('general')).toHaveLength(1), PATIENCE);
    one.uploads.clear('general');
    await vi.waitFor(() => expect(other.uploads.of('general')).toEqual([]), PATIENCE);
    expect(await written.of('ada')).toEqual([]);
  });

  it('are sent by another one, under their id, when that is closed', async () => {
    const { one, other } = await tabs();
    browser.close('one');
    await vi.waitFor(() => expect(other.sent.map(({ id }) => id)).toEqual([one.last().id]), PATIENCE);
    expect(states(other.uploads)).toEqual([{ name: 'sending', part: 0 }]);
  });
});
