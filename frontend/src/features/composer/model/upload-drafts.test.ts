import { describe, expect, it, vi } from 'vitest';
import type { Attachment } from '@/contracts/message';
import { UnreachableError } from '@/http/problem';
import type { Progress } from '@/http/send-file';
import { UploadDrafts } from './upload-drafts';

const attachment = { id: 'a', name: 'a', contentType: 'text/plain', size: 1, image: null, hasThumbnail: false };
const file = new File(['x'], 'plan.txt');

/** Uploads that end when the test says so. */
function drafts() {
  const sent: { resolve(attachment: Attachment): void; reject(error: unknown): void; progress: Progress }[] = [];
  const uploads = new UploadDrafts(
    (_channelId, _id, _file, progress) =>
      new Promise((resolve, reject) => {
        sent.push({ resolve, reject, progress });
      }),
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
    await vi.waitFor(() => expect(uploads.of('general')[0]?.state).toEqual({ name: 'done', attachment }));
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
    await vi.waitFor(() => expect(uploads.of('general')[0]?.state).toMatchObject({ name: 'failed', retryable: true }));
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
