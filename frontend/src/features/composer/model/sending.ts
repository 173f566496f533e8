import type { KeyboardEvent } from 'react';

/** Enter also confirms what an input method composes; that is not for us. Where there is no Shift, it begins a line. */
export function isSending(event: KeyboardEvent, touch: boolean): boolean {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return false;
  return !touch || event.ctrlKey || event.metaKey;
}
