/** What the reader's eye is on: the uppermost message in sight, and how far below the upper edge it begins. */
export interface Anchor {
  readonly messageId: string;
  readonly top: number;
  /** How far the view was scrolled then. */
  readonly scrolled: number;
}

/** Null if no message is in sight. */
export function anchorIn(viewport: HTMLElement): Anchor | null {
  const edge = viewport.getBoundingClientRect().top;
  const messages = viewport.querySelectorAll<HTMLElement>('[data-message-id]');
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((messages[middle]?.getBoundingClientRect().bottom ?? 0) > edge) high = middle;
    else low = middle + 1;
  }
  const message = messages[low];
  const messageId = message?.dataset['messageId'];
  if (message === undefined || messageId === undefined) return null;
  return { messageId, top: message.getBoundingClientRect().top - edge, scrolled: viewport.scrollTop };
}

/** How far below the upper edge a message begins; null if it is not there. */
export function topOf(viewport: HTMLElement, messageId: string): number | null {
  const messages = [...viewport.querySelectorAll<HTMLElement>('[data-message-id]')];
  const message = messages.find(({ dataset }) => dataset['messageId'] === messageId);
  return message ? message.getBoundingClientRect().top - viewport.getBoundingClientRect().top : null;
}
