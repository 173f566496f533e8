import { describe, expect, it } from 'vitest';
import { ProblemError, UnreachableError } from '@/http/problem';
import { attachmentsOf, MAX_BYTES, obstacleTo, reasonOf, type Upload } from './uploads';

const attachment = { id: 'a', name: 'a', contentType: 'text/plain', size: 1, image: null, hasThumbnail: false };
const upload = (state: Upload['state']): Upload => ({ id: 'a', file: new File(['x'], 'a'), state });

describe('a file', () => {
  it('is not attached when it is empty, too large, or one too many', () => {
    expect(obstacleTo({ size: 0 }, 0)).toContain('empty');
    expect(obstacleTo({ size: MAX_BYTES + 1 }, 0)).toContain('25 MB');
    expect(obstacleTo({ size: MAX_BYTES }, 9)).toBeNull();
    expect(obstacleTo({ size: 1 }, 10)).toContain('10 files');
  });

  it('says why it was not taken', () => {
    expect(reasonOf(new ProblemError(413, 'quota-exceeded', 'x'))).toContain('1 GB');
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
    expect(attachmentsOf([upload({ name: 'failed', reason: '', retryable: true })])).toBeNull();
  });
});
