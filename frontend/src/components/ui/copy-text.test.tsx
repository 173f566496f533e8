import { afterEach, expect, it, vi } from 'vitest';
import { copyText } from './copy-text';

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'execCommand');
});

it('copies by the clipboard of the page', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  expect(await copyText('tea')).toBe(true);
  expect(writeText).toHaveBeenCalledExactlyOnceWith('tea');
});

it('copies what is selected where the page has none, and leaves nothing behind', async () => {
  vi.stubGlobal('navigator', {});
  let copied: string | undefined;
  document.execCommand = (command) => {
    copied = `${command} ${getSelection()?.toString()}`;
    return true;
  };
  expect(await copyText('tea\nfor two')).toBe(true);
  expect(copied).toBe('copy tea\nfor two');
  expect(document.body).toBeEmptyDOMElement();
});

it('says when nothing could be copied', async () => {
  vi.stubGlobal('navigator', {});
  document.execCommand = () => false;
  expect(await copyText('tea')).toBe(false);
});
