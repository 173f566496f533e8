let keyboard = false;
if (typeof document !== 'undefined') {
  document.addEventListener('keydown', () => (keyboard = true), true);
  document.addEventListener('pointerdown', () => (keyboard = false), true);
}

/** Whether what was done last was done by the keyboard. */
export function usesKeyboard(): boolean {
  return keyboard;
}
