import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetWritten, isKept, Written } from './written';

const notes = new Written<string>('note');
const others = new Written<string>('other');

beforeEach(async () => {
  await Promise.all(['ada', 'grace'].map(forgetWritten));
});

describe('what is written in a browser', () => {
  it('is there for its author, by kind, in the order of its keys', async () => {
    void notes.keep('ada', 'b', 'two');
    void notes.keep('ada', 'a', 'one');
    void others.keep('ada', 'a', 'of another kind');
    void notes.keep('grace', 'a', 'of somebody else');
    expect(await notes.of('ada')).toEqual(['one', 'two']);
    expect(await notes.at('ada', 'b')).toBe('two');
    expect(await notes.at('grace', 'b')).toBeUndefined();
    void notes.drop('ada', 'a');
    expect(await notes.of('ada')).toEqual(['two']);
  });

  it('is replaced only as long as it is there', async () => {
    void notes.keep('ada', 'a', 'one');
    expect(await notes.replace('ada', 'a', 'another')).toBe(true);
    void notes.drop('ada', 'a');
    expect(await notes.replace('ada', 'a', 'too late')).toBe(false);
    expect(await notes.of('ada')).toEqual([]);
  });

  it('is forgotten with its author, and nobody else', async () => {
    void notes.keep('ada', 'a', 'one');
    void others.keep('ada', 'a', 'one');
    void notes.keep('grace', 'a', 'stays');
    await forgetWritten('ada');
    expect([await notes.of('ada'), await others.of('ada'), await notes.of('grace')]).toEqual([[], [], ['stays']]);
  });

  it('may be anything that is no text, such as a file', async () => {
    const files = new Written<{ file: Blob }>('file');
    await files.keep('ada', 'a', { file: new Blob(['bytes']) });
    expect(await (await files.of('ada'))[0]?.file.text()).toBe('bytes');
  });
});

describe('a browser that keeps nothing', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it.each([
    [
      'forbids it',
      vi.fn(() => {
        throw new DOMException('forbidden', 'SecurityError');
      }),
    ],
    ['has nothing of the kind', undefined],
  ])('%s breaks nothing', async (_, open) => {
    vi.resetModules();
    vi.stubGlobal('indexedDB', open && { open });
    const fresh = await import('./written');
    const unkept = new fresh.Written<string>('note');
    expect(fresh.isKept()).toBe(true);
    await unkept.keep('ada', 'a', 'one');
    expect(fresh.isKept()).toBe(false);
    expect(await unkept.replace('ada', 'a', 'two')).toBe(false);
    expect(await unkept.of('ada')).toEqual([]);
    expect(await unkept.at('ada', 'a')).toBeUndefined();
    await unkept.drop('ada', 'a');
    await fresh.forgetWritten('ada');
  });

  it('that is full says so until something fits again', async () => {
    await notes.keep('ada', 'a', 'one');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await notes.keep('ada', 'b', 'two');
    expect(isKept()).toBe(false);
    put.mockRestore();
    await notes.keep('ada', 'c', 'three');
    expect(isKept()).toBe(true);
    expect(await notes.of('ada')).toEqual(['one', 'three']);
  });
});
