/*
 * Shows what the server calls the user for while no page is open. It caches nothing, answers no requests of pages, and
 * keeps nothing: its language, and where accounts are, come with its own address (src/web-push/worker.ts).
 */
'use strict';

const PUSH_SUBSCRIPTION = '/api/auth/sessions/current/push-subscription';

/** For so long a page is waited for that may be busy, or too old to be asked. */
const ANSWER_MILLIS = 500;

/** Stands in a text for what a spoiler hides (io.webchat.domain.message.PlainText). */
const SPOILER = '||…||';

/** The same words as in src/messages, which a test holds them to, and what only stands here: this file stands alone. */
const WORDS = {
  en: {
    from: (name, place) => `${name} (${place})`,
    channelIn: (channel, server) => `#${channel}, ${server}`,
    sentFile: 'Sent a file',
    spoiler: '[spoiler]',
    somebody: 'Somebody has written to you',
  },
  de: {
    from: (name, place) => `${name} (${place})`,
    channelIn: (channel, server) => `#${channel}, ${server}`,
    sentFile: 'Hat eine Datei gesendet',
    spoiler: '[Spoiler]',
    somebody: 'Jemand hat dir geschrieben',
  },
};

const settings = new URL(self.location.href).searchParams;
const words = WORDS[settings.get('language')] ?? WORDS.en;
const auth = settings.get('auth') ?? '';

// There is nothing that a former one would have to finish.
self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('push', (event) => event.waitUntil(call(event.data)));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.href ?? '/channels'));
});
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(subscribeAnew(event)));

async function call(data) {
  const message = read(data);
  const tag = message === null ? 'webchat' : tagOf(message);
  const href = message === null ? '/channels' : hrefOf(message);
  // A page in the background may have called to the same message.
  const isKnown = message !== null && (await isThere(tag, href));
  const isLookedAt = message !== null && (await isShown(message.channelId));
  // Browsers demand that each push shows something: whoever looks at the channel sees it for no time, without a sound.
  await self.registration.showNotification(message === null ? words.somebody : titleOf(message), {
    body: message === null ? '' : bodyOf(message),
    tag,
    silent: isLookedAt || isKnown,
    renotify: !isLookedAt && !isKnown,
    icon: '/icon.svg',
    data: { href, shownAt: Date.now() },
  });
  if (isLookedAt) for (const shown of await self.registration.getNotifications({ tag })) shown.close();
}

/** What the server sent; null for what this worker is too old for. */
function read(data) {
  try {
    const message = data.json();
    return message.type === 'message' && typeof message.channelId === 'string' ? message : null;
  } catch {
    return null;
  }
}

/** One for each channel or thread, and the same as that of pages: the later takes the place of the earlier. */
function tagOf({ channelId, threadId }) {
  return threadId ? `${channelId}/${threadId}` : channelId;
}

function titleOf({ author, channel, server }) {
  const place = channel ? words.channelIn(channel, server) : server;
  return place ? words.from(author, place) : author;
}

/** What a spoiler hides is not in it; that there is one is said in words. */
function bodyOf({ excerpt }) {
  return excerpt ? excerpt.replaceAll(SPOILER, words.spoiler) : words.sentFile;
}

function hrefOf({ serverId, channelId, messageId }) {
  const part = encodeURIComponent;
  return `/channels/${part(serverId)}/${part(channelId)}?message=${part(messageId)}`;
}

async function isThere(tag, href) {
  return (await self.registration.getNotifications({ tag })).some((shown) => shown.data?.href === href);
}

async function isShown(channelId) {
  const visible = (await pages()).filter((page) => page.visibilityState === 'visible');
  return (await Promise.all(visible.map((page) => shows(page, channelId)))).includes(true);
}

/** As the page itself says: of one that has gone on since it was loaded, not every browser knows where it is. */
function shows(page, channelId) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const end = (answer) => {
      clearTimeout(timer);
      port1.close();
      resolve(answer);
    };
    const timer = setTimeout(end, ANSWER_MILLIS, false);
    port1.onmessage = ({ data }) => end(data === true);
    page.postMessage({ type: 'webchat.shows', channelId }, [port2]);
  });
}

/** Goes there in the page that shows the channel, or else in any, or in a new one. */
async function open(href) {
  const channelId = new URL(href, self.location.href).pathname.split('/').at(-1);
  const open = (await pages()).filter((page) => new URL(page.url).pathname.startsWith('/channels'));
  const page = open.find((one) => new URL(one.url).pathname.endsWith(`/${channelId}`)) ?? open[0];
  if (page === undefined) {
    await self.clients.openWindow(href);
    return;
  }
  page.postMessage({ type: 'webchat.open', href });
  await page.focus();
}

function pages() {
  return self.clients.matchAll({ type: 'window', includeUncontrolled: true });
}

/** The browser has another subscription: the server is told, in the name of whoever is logged in here. */
async function subscribeAnew({ oldSubscription, newSubscription }) {
  const key = oldSubscription?.options.applicationServerKey;
  const subscription =
    newSubscription ??
    (key ? await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }) : null);
  if (subscription === null) return;
  // The same lock as that of pages: one at a time renews the session.
  const renewed = await self.navigator.locks.request('webchat.session', () =>
    fetch(`${auth}/api/auth/refresh`, { method: 'POST', credentials: 'include' }),
  );
  if (!renewed.ok) {
    if (renewed.status === 401) await subscription.unsubscribe();
    return;
  }
  const { accessToken } = await renewed.json();
  await fetch(`${auth}${PUSH_SUBSCRIPTION}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(subscription),
  });
}
