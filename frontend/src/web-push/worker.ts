import type { Language } from '@/i18n/languages';

const SCRIPT = '/push-worker.js';
const SCOPE = '/';

let current: ServiceWorkerRegistration | null = null;

/** Whether this browser can be called with no page open at all. Only secure pages can. */
export function isPushSupported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** The worker that shows what comes by push, where there is one that does. */
export function pushWorker(): ServiceWorkerRegistration | null {
  return current;
}

export function showThrough(registration: ServiceWorkerRegistration | null): void {
  current = registration;
}

/** What is registered, whether it is subscribed or not. */
export async function registeredWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!isPushSupported()) return null;
  return (await navigator.serviceWorker.getRegistration(SCOPE)) ?? null;
}

/** Registers it, or another one in another language. */
export async function registerWorker(language: Language, authUrl: string): Promise<ServiceWorkerRegistration> {
  const settings = new URLSearchParams({ language, ...(authUrl !== '' && { auth: authUrl }) });
  // Without a fetch in between: what the browser has of it may be old.
  await navigator.serviceWorker.register(`${SCRIPT}?${settings.toString()}`, { scope: SCOPE, updateViaCache: 'none' });
  return navigator.serviceWorker.ready;
}

/** Whoever was logged in here is called here no more, and nothing of them stays on the screen. */
export async function forgetPush(): Promise<void> {
  current = null;
  try {
    const registration = await registeredWorker();
    if (registration === null) return;
    for (const shown of await registration.getNotifications()) shown.close();
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    await registration.unregister();
  } catch {
    // The server has forgotten it with the session.
  }
}

/** A message may be pushed before the socket tells of it. */
const NEW_MILLIS = 5_000;

/**
 * Closes what the worker shows of what is read by now, here or elsewhere. What it has just begun to show stays: it may be of
 * a message that is not counted yet.
 */
export async function closeRead(isUnread: (tag: string) => boolean): Promise<void> {
  const shown = (await current?.getNotifications()) ?? [];
  for (const notification of shown) {
    if (Date.now() - timeOf(notification) > NEW_MILLIS && !isUnread(notification.tag)) notification.close();
  }
}

/** When the worker began to show it, by its own word: not every browser tells. */
function timeOf({ data }: Notification): number {
  return Number((data as { shownAt?: unknown } | null)?.shownAt ?? 0);
}

/** Hears the worker: somebody has clicked on a notification, and this page is to go there. It is told what this page shows. */
export function onOpen(go: (href: string) => void): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const listener = ({ data, ports }: MessageEvent<unknown>) => {
    const channelId = askedOf(data);
    if (channelId !== null) ports[0]?.postMessage(location.pathname.endsWith(`/${channelId}`));
    const href = hrefOf(data);
    if (href !== null) go(href);
  };
  navigator.serviceWorker.addEventListener('message', listener);
  return () => navigator.serviceWorker.removeEventListener('message', listener);
}

/** The channel of which the worker asks whether it is shown here. */
function askedOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'webchat.shows') return null;
  return 'channelId' in data && typeof data.channelId === 'string' ? data.channelId : null;
}

/** Nothing leads away from here. */
function hrefOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'webchat.open') return null;
  return 'href' in data && typeof data.href === 'string' && data.href.startsWith('/channels') ? data.href : null;
}
