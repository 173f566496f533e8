import { describe, expect, it } from 'vitest';
import { wordsOf } from '@/i18n/testing-words';
import { keyName, letterOf, SHORTCUTS, shortcutOf } from './shortcuts';

const pressed = (key: string, ...modifiers: ('ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey')[]) => ({
  key,
  ...Object.fromEntries(
    (['ctrlKey', 'metaKey', 'altKey', 'shiftKey'] as const).map((name) => [name, modifiers.includes(name)]),
  ),
});
type Pressed = Parameters<typeof shortcutOf>[0];
const of = (event: object, apple = false) => shortcutOf(event as Pressed, apple);

describe('a shortcut', () => {
  it('is told by its key and exactly its modifiers', () => {
    expect(of(pressed('k', 'ctrlKey'))).toBe('switcher');
    expect(of(pressed('K', 'ctrlKey'))).toBe('switcher');
    expect(of(pressed('k'))).toBeNull();
    expect(of(pressed('k', 'ctrlKey', 'shiftKey'))).toBeNull();
    expect(of(pressed('ArrowUp', 'altKey'))).toBe('previous-channel');
    expect(of(pressed('ArrowUp', 'altKey', 'shiftKey'))).toBe('previous-unread');
    expect(of(pressed('ArrowUp', 'altKey', 'ctrlKey'))).toBe('previous-server');
    expect(of(pressed('Escape', 'shiftKey'))).toBe('read-server');
  });

  it('takes the command key on an Apple machine', () => {
    expect(of(pressed('k', 'metaKey'), true)).toBe('switcher');
    expect(of(pressed('k', 'ctrlKey'), true)).toBeNull();
    expect(keyName('Mod', wordsOf(), true)).toBe('⌘');
    expect(keyName('Mod', wordsOf(), false)).toBe('Ctrl');
    expect(keyName('Mod', wordsOf('de'), false)).toBe('Strg');
  });

  it('is where it is on a Latin keyboard if the keys write another script', () => {
    for (const key of ['л', 'κ', 'ל', 'ن']) expect(of({ ...pressed(key, 'ctrlKey'), code: 'KeyK' })).toBe('switcher');
    expect(of({ ...pressed('k', 'ctrlKey'), code: 'KeyV' })).toBe('switcher');
    expect(of({ ...pressed('v', 'ctrlKey'), code: 'KeyK' })).toBeNull();
    expect(letterOf({ key: 'К', code: 'KeyR' })).toBe('r');
    expect(letterOf({ key: 'R', code: 'KeyR' })).toBe('r');
    expect(letterOf({ key: 'Delete', code: 'Delete' })).toBe('Delete');
  });

  it('with a sign works where the sign needs the shift key', () => {
    expect(of(pressed('/', 'ctrlKey'))).toBe('shortcuts');
    expect(of(pressed('/', 'ctrlKey', 'shiftKey'))).toBe('shortcuts');
  });

  it('has keys of its own', () => {
    expect(new Set(SHORTCUTS.map(({ keys }) => keys.join())).size).toBe(SHORTCUTS.length);
  });
});
