import type { Language } from '@/i18n/languages';
import { runtimeConfig } from '@/session/browser-session';
import { isPushSupported, registeredWorker, registerWorker, showThrough } from '@/web-push/worker';
import { deletePushSubscription, fetchServerPush, putPushSubscription } from '../api/push-subscription';
import { tellPermission } from './permission';

/** Whether one is called here with no page open: what works and what does not. */
export type WebPush = 'unsupported' | 'blocked' | 'not-offered' | 'off' | 'on';

/** As browser and server see it: on only if both say so. */
export async function readWebPush(): Promise<WebPush> {
  if (!isPushSupported()) return 'unsupported';
  const { applicationServerKey, isSubscribed } = await fetchServerPush();
  if (applicationServerKey === null) return 'not-offered';
  if (Notification.permission === 'denied') return 'blocked';
  const subscription = await (await registeredWorker())?.pushManager.getSubscription();
  return subscription && isSubscribed && Notification.permission === 'granted' ? 'on' : 'off';
}

/**
 * Asks the user, so only on a click of theirs. Throws, and leaves it off, if the browser's push service or the server does
 * not take part.
 */
export async function turnOnWebPush(language: Language): Promise<WebPush> {
  if (Notification.permission === 'default') await Notification.requestPermission().finally(tellPermission);
  if (Notification.permission !== 'granted') return readWebPush();
  const { applicationServerKey } = await fetchServerPush();
  if (applicationServerKey === null) return 'not-offered';
  try {
    await subscribe(language, applicationServerKey);
  } catch (error) {
    // What stays subscribed would be taken for the user's wish at the next start.
    await unsubscribe().catch(() => undefined);
    throw error;
  }
  return readWebPush();
}

/** Throws, and changes nothing, if the server does not take part. */
export async function turnOffWebPush(): Promise<WebPush> {
  await deletePushSubscription();
  await unsubscribe();
  for (const shown of (await (await registeredWorker())?.getNotifications()) ?? []) shown.close();
  showThrough(null);
  return readWebPush();
}

/**
 * For each start of the app: what is on stays on. The server may have forgotten it, or have other keys by now; the worker
 * may be an old one, or speak another language. What cannot be mended is off.
 */
export async function renewWebPush(language: Language): Promise<void> {
  const registration = await registeredWorker();
  const subscription = await registration?.pushManager.getSubscription();
  if (!registration || !subscription || Notification.permission !== 'granted') return;
  // Whatever becomes of it, what it has shown is here to be closed.
  showThrough(registration);
  const { applicationServerKey } = await fetchServerPush();
  if (applicationServerKey !== null) return subscribe(language, applicationServerKey);
  await subscription.unsubscribe();
  showThrough(null);
}

async function unsubscribe(): Promise<void> {
  await (await (await registeredWorker())?.pushManager.getSubscription())?.unsubscribe();
}

async function subscribe(language: Language, key: string): Promise<void> {
  const registration = await registerWorker(language, runtimeConfig().authUrl);
  const { pushManager } = registration;
  const before = await pushManager.getSubscription();
  const isOfKey = before !== null && keyOf(before) === key;
  if (before !== null && !isOfKey) await before.unsubscribe();
  const subscription = isOfKey
    ? before
    : await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  await putPushSubscription(subscription.toJSON());
  showThrough(registration);
}

function keyOf(subscription: PushSubscription): string {
  const bytes = new Uint8Array(subscription.options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
