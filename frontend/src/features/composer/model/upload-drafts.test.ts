import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attachment } from '@/contracts/message';
import { UnreachableError } from '@/http/problem';
import type { Progress } from '@/http/send-file';
import { forgetWritten, Written } from '@/storage/written';
import { UploadDrafts, type KeptUpload } from './upload-drafts';

/** Of a machine that is busy with something else. */
const PATIENCE = 10_000;

const attachment = { id: 'a', name: 'a', contentType: 'text/plain', size: 1, image: null, hasThumbnail: false };
const file = new File(['x'], 'plan.txt');

const written = new Written<KeptUpload>('upload');

beforeEach(() => forgetWritten('ada'));

/** Uploads that end when the test says so. */
function drafts(now = Date.now) {
  const sent: {
    id: string;
    resolve(attachment: Attachment): void;
    reject(error: unknown): void;
    progress: Progress;
  }[] = [];
  const uploads = new UploadDrafts(
    (_channelId, id, _file, progress) =>
      new Promise((resolve, reject) => {
        sent.push({ id, resolve, reject, progress });
      }),
    written,
    now,
  );
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

    const after = drafts();
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

    const after = drafts(() => Date.now() + 13 * 3_600_000);
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
