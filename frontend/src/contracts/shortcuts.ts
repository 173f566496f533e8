/** Every shortcut of the app: what it is called, and which keys it takes. Handlers and the list of them read this table. */
export const SHORTCUTS = [
  { id: 'switcher', group: 'Going places', label: 'Go to a channel, person or server', keys: ['Mod', 'K'] },
  { id: 'search', group: 'Going places', label: 'Search for messages', keys: ['Mod', 'Shift', 'F'] },
  { id: 'previous-channel', group: 'Going places', label: 'Previous channel', keys: ['Alt', 'ArrowUp'] },
  { id: 'next-channel', group: 'Going places', label: 'Next channel', keys: ['Alt', 'ArrowDown'] },
  {
    id: 'previous-unread',
    group: 'Going places',
    label: 'Previous unread channel',
    keys: ['Alt', 'Shift', 'ArrowUp'],
  },
  { id: 'next-unread', group: 'Going places', label: 'Next unread channel', keys: ['Alt', 'Shift', 'ArrowDown'] },
  { id: 'previous-server', group: 'Going places', label: 'Previous server', keys: ['Mod', 'Alt', 'ArrowUp'] },
  { id: 'next-server', group: 'Going places', label: 'Next server', keys: ['Mod', 'Alt', 'ArrowDown'] },
  { id: 'read-channel', group: 'Reading', label: 'Mark the channel as read', keys: ['Escape'] },
  { id: 'read-server', group: 'Reading', label: 'Mark the whole server as read', keys: ['Shift', 'Escape'] },
  { id: 'send', group: 'Writing', label: 'Send the message', keys: ['Enter'] },
  { id: 'new-line', group: 'Writing', label: 'Begin a new line', keys: ['Shift', 'Enter'] },
  { id: 'edit-last', group: 'Writing', label: 'Edit your last message, from an empty field', keys: ['ArrowUp'] },
  { id: 'shortcuts', group: 'Help', label: 'Show these shortcuts', keys: ['Mod', '/'] },
] as const satisfies readonly Shortcut[];

interface Shortcut {
  id: string;
  group: string;
  label: string;
  /** `Mod` is Command on Apple's machines and Control elsewhere; the last one is a `KeyboardEvent.key`. */
  keys: readonly string[];
}

export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Which shortcut is pressed, if any. */
export function shortcutOf(event: Pressed, apple: boolean = isApple()): ShortcutId | null {
  return SHORTCUTS.find(({ keys }) => matches(event, keys, apple))?.id ?? null;
}

/** A key as it is printed on a keyboard. */
export function keyName(key: string, apple: boolean = isApple()): string {
  return (apple ? APPLE[key] : undefined) ?? NAMES[key] ?? key;
}

export function isApple(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}

const NAMES: Readonly<Record<string, string>> = { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' };
const APPLE: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩' };

function matches(event: Pressed, keys: readonly string[], apple: boolean): boolean {
  const key = keys.at(-1) ?? '';
  const wants = (modifier: string) => keys.includes(modifier);
  // A sign such as the slash needs the shift key on many keyboards.
  const isSign = /^[^\p{L}\p{N}]$/u.test(key);
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    event.ctrlKey === (wants('Mod') && !apple) &&
    event.metaKey === (wants('Mod') && apple) &&
    event.altKey === wants('Alt') &&
    (isSign || event.shiftKey === wants('Shift'))
  );
}
