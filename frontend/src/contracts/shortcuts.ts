import type { PlainKey, Translate } from '@/i18n/translate';

/** Every shortcut of the app: what it belongs to, and which keys it takes. The catalogue says what it is called. Handlers and the list of them read this table. */
export const SHORTCUTS = [
  { id: 'switcher', group: 'shortcuts.going', keys: ['Mod', 'K'] },
  { id: 'search', group: 'shortcuts.going', keys: ['Mod', 'Shift', 'F'] },
  { id: 'previous-channel', group: 'shortcuts.going', keys: ['Alt', 'ArrowUp'] },
  { id: 'next-channel', group: 'shortcuts.going', keys: ['Alt', 'ArrowDown'] },
  {
    id: 'previous-unread',
    group: 'shortcuts.going',

    keys: ['Alt', 'Shift', 'ArrowUp'],
  },
  { id: 'next-unread', group: 'shortcuts.going', keys: ['Alt', 'Shift', 'ArrowDown'] },
  { id: 'previous-server', group: 'shortcuts.going', keys: ['Mod', 'Alt', 'ArrowUp'] },
  { id: 'next-server', group: 'shortcuts.going', keys: ['Mod', 'Alt', 'ArrowDown'] },
  { id: 'first-unread', group: 'shortcuts.reading', keys: ['Mod', 'J'] },
  { id: 'read-channel', group: 'shortcuts.reading', keys: ['Escape'] },
  { id: 'read-server', group: 'shortcuts.reading', keys: ['Shift', 'Escape'] },
  { id: 'write', group: 'shortcuts.writing', keys: ['Mod', 'Shift', 'L'] },
  { id: 'send', group: 'shortcuts.writing', keys: ['Enter'] },
  { id: 'new-line', group: 'shortcuts.writing', keys: ['Shift', 'Enter'] },
  { id: 'edit-last', group: 'shortcuts.writing', keys: ['ArrowUp'] },
  { id: 'shortcuts', group: 'shortcuts.help', keys: ['Mod', '/'] },
] as const satisfies readonly Shortcut[];

interface Shortcut {
  id: string;
  group: PlainKey<'shortcuts'>;
  /** `Mod` is Command on Apple's machines and Control elsewhere; the last one is a `KeyboardEvent.key`. */
  keys: readonly string[];
}

export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & { code?: string };

/** Which shortcut is pressed, if any. */
export function shortcutOf(event: Pressed, apple: boolean = isApple()): ShortcutId | null {
  return SHORTCUTS.find(({ keys }) => matches(event, keys, apple))?.id ?? null;
}

/**
 * The letter of a key, in lower case; any other key as it is. Where a keyboard writes letters of another script, what its
 * key is on a Latin one, as it is on those that are printed with both.
 */
export function letterOf({ key, code }: Pick<Pressed, 'key' | 'code'>): string {
  if (!/^\p{L}$/u.test(key)) return key;
  const latin = /^\p{Script=Latin}$/u.test(key) ? null : /^Key([A-Z])$/.exec(code ?? '');
  return (latin?.[1] ?? key).toLowerCase();
}

/** A key as it is printed on a keyboard. */
export function keyName(key: string, t: Translate, apple: boolean = isApple()): string {
  const name = WORDS[key];
  return (apple ? APPLE[key] : undefined) ?? ARROWS[key] ?? (name ? t(name) : key);
}

export function isApple(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}

const ARROWS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓' };
const WORDS: Readonly<Record<string, PlainKey<'shortcuts'>>> = {
  Mod: 'shortcuts.keyMod',
  Shift: 'shortcuts.keyShift',
  Enter: 'shortcuts.keyEnter',
  Escape: 'shortcuts.keyEscape',
};
const APPLE: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩' };

function matches(event: Pressed, keys: readonly string[], apple: boolean): boolean {
  const key = keys.at(-1) ?? '';
  const wants = (modifier: string) => keys.includes(modifier);
  // A sign such as the slash needs the shift key on many keyboards.
  const isSign = /^[^\p{L}\p{N}]$/u.test(key);
  return (
    letterOf(event).toLowerCase() === key.toLowerCase() &&
    event.ctrlKey === (wants('Mod') && !apple) &&
    event.metaKey === (wants('Mod') && apple) &&
    event.altKey === wants('Alt') &&
    (isSign || event.shiftKey === wants('Shift'))
  );
}
