let last: readonly HTMLElement[] = [];

// Heard from the moment on at which there is a menu or a card: the code of a dialog may come when its opener has gone.
if (typeof document !== 'undefined') {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) last = withOpeners(target);
  });
}

/**
 * Where the focus is, or was before what had it went away; behind it what opened the menu or card that it is in, for when
 * that is gone. Empty if nothing has had the focus yet.
 */
export function focusOrigin(): readonly HTMLElement[] {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement !== document.body ? [activeElement, ...last] : last;
}

/**
 * Whether nothing has the focus since what had it went away. What closes gives it back a moment later, and what it led to,
 * such as a message that one jumps to, may have taken it by then.
 */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Gives the focus to the first that takes it, unless it is somewhere already. */
export function giveFocusBack(origin: readonly HTMLElement[]): void {
  if (!isFocusLost()) return;
  for (const element of origin) {
    element.focus();
    if (document.activeElement === element) return;
  }
}

/** Found while the focus comes: a menu or card that is closed is no longer controlled by what opened it. */
function withOpeners(element: HTMLElement): HTMLElement[] {
  const layer = element.closest('[role="menu"], [role="dialog"]');
  const opener = layer?.id ? document.querySelector<HTMLElement>(`[aria-controls="${layer.id}"]`) : null;
  return opener === null || layer?.contains(opener) ? [element] : [element, ...withOpeners(opener)];
}
