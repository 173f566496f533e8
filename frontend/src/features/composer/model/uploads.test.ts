import { describe, expect, it } from 'vitest';
import { ProblemError, UnreachableError } from '@/http/problem';
import { wordsOf } from '@/i18n/testing-words';
import { attachmentsOf, MAX_BYTES, obstacleTo, uploadWords, type Upload } from './uploads';

const attachment = { id: 'a', name: 'a', contentType: 'text/plain', size: 1, image: null, hasThumbnail: false };
const upload = (state: Upload['state']): Upload => ({ id: 'a', file: new File(['x'], 'a'), state });

describe('a file', () => {
  it('is not attached when it is empty, too large, or one too many', () => {
    expect(obstacleTo({ size: 0 }, 0)).toBe('emptyFile');
    expect(obstacleTo({ size: MAX_BYTES + 1 }, 0)).toBe('tooLargeFile');
    expect(obstacleTo({ size: MAX_BYTES }, 9)).toBeNull();
    expect(obstacleTo({ size: 1 }, 10)).toBe('tooManyFiles');
  });

  it('says why it was not taken', () => {
    const reasonOf = (reason: Parameters<typeof uploadWords>[0]) => uploadWords(reason, wordsOf(), 'en');
    expect(reasonOf('tooManyFiles')).toContain('10 files');
    expect(reasonOf('emptyFile')).toContain('empty');
    expect(reasonOf('tooLargeFile')).toContain('25 MB');
    expect(reasonOf(new ProblemError(413, 'quota-exceeded', 'x'))).toContain('as much room as they may.');
    expect(reasonOf(new ProblemError(409, 'limit-reached', 'There are 100 waiting'))).toBe('There are 100 waiting');
    expect(reasonOf(new UnreachableError('x'))).toContain('cannot be reached');
  });
});

describe('a message', () => {
  it('waits for all of its files', () => {
    const done = upload({ name: 'done', attachment });
    expect(attachmentsOf([])).toEqual([]);
    expect(attachmentsOf([done])).toEqual([attachment]);
    expect(attachmentsOf([done, upload({ name: 'sending', part: 0.5 })])).toBeNull();
    expect(attachmentsOf([upload({ name: 'failed', reason: 'emptyFile', retryable: true })])).toBeNull();
  });
});
