import type { KeyboardEvent } from 'react';

/** What one walks among: the messages, and the days that lead to others. */
const STOPS = 'article, [data-day]';

/**
 * The keys of a timeline. Arrows walk among the messages and days, from the newest on, Home and End go to the first and the
 * last one. Tab leaves it, by way of what is in the message that one is at: what is in the others is on nobody's way. A
 * letter that means nothing to the timeline is the first of a message.
 *
 * @param onType one begins to write
 */
export function walk(event: KeyboardEvent<HTMLElement>, onType: (() => void) | undefined): void {
  const { key, target, currentTarget: timeline } = event;
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (key === 'Tab' && !modified) return passOthers(timeline, target as Element);
  if (target === timeline && !modified && key !== ' ' && [...key].length === 1) return onType?.();

  const stops = [...timeline.querySelectorAll<HTMLElement>(STOPS)];
  const at = stops.findIndex((stop) => stop === target);
  if (modified || (at === -1 && target !== timeline)) return;
  const next = nextOf(key, at, stops);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function nextOf(key: string, at: number, stops: readonly HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'Home':
      return stops[0];
    case 'End':
      return stops.at(-1);
    case 'ArrowUp':
      return at === -1 ? stops.at(-1) : stops[at - 1];
    case 'ArrowDown':
      return at === -1 ? stops.at(-1) : stops[at + 1];
    default:
      return undefined;
  }
}

/** While the browser looks for what comes next, what is in other messages cannot have the focus. */
function passOthers(timeline: HTMLElement, from: Element): void {
  const here = from.closest(STOPS);
  const others = [...timeline.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop !== here && !stop.inert);
  for (const other of others) other.inert = true;
  const restore = () => {
    document.removeEventListener('focusin', restore, { capture: true });
    clearTimeout(timer);
    for (const other of others) other.inert = false;
  };
  // At once, so that nothing that reads the page has looked meanwhile; also where the focus stays, or leaves the page.
  document.addEventListener('focusin', restore, { capture: true });
  const timer = setTimeout(restore);
}
