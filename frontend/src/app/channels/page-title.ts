import { useSyncExternalStore } from 'react';
import { titled } from '../titled';

let page = titled();
let count = 0;
let icon: { link: HTMLLinkElement; href: string } | null = null;
const listeners = new Set<() => void>();

/**
 * What the window is called, apart from how much waits. At once, and not with the next rendering: what tells screen
 * readers of another page looks at the title as soon as that page is there.
 */
export function setPageTitle(next: string): void {
  page = next;
  document.title = windowTitle();
  listeners.forEach((tell) => tell());
}

/** How many mentions wait, and whether anything is unread: in the title and on the icon of the window. */
export function setWaiting(mentions: number, unread: boolean): void {
  count = mentions;
  listeners.forEach((tell) => tell());
  showIcon(mentions > 0 ? 'mentions' : unread ? 'dot' : 'none');
}

/** What the window is called now. */
export function useWindowTitle(): string {
  return useSyncExternalStore(subscribe, windowTitle, () => titled());
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function windowTitle(): string {
  return count > 0 ? `(${count > 99 ? '99+' : count}) ${page}` : page;
}

const BUBBLE =
  'M9 2h14a7 7 0 0 1 7 7v8a7 7 0 0 1-7 7h-8.2l-6.1 5.3A1 1 0 0 1 7 28.6V23.7A7 7 0 0 1 2 17V9a7 7 0 0 1 7-7Z';

/** The icon is a file, where no style of the page reaches: these are its own colours. */
function showIcon(mark: 'mentions' | 'dot' | 'none'): void {
  const link = icon?.link ?? document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (link === null) return;
  icon ??= { link, href: link.href };
  const dot =
    mark === 'mentions'
      ? '<circle cx="24" cy="8" r="8" fill="#e5484d"/>'
      : '<circle cx="26" cy="6" r="5" fill="#ffffff" stroke="#5b50d6" stroke-width="2"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#5b50d6" d="${BUBBLE}"/>${dot}</svg>`;
  link.href = mark === 'none' ? icon.href : `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
