import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { common as germanCommon } from '@/messages/de/common';
import { notifications as german } from '@/messages/de/notifications';
import { common as englishCommon } from '@/messages/en/common';
import { notifications as english } from '@/messages/en/notifications';

const SCRIPT = readFileSync(new URL('../../public/push-worker.js', import.meta.url), 'utf8');
const ORIGIN = 'https://chat.example';

interface Shown {
  title: string;
  body: string;
  tag: string;
  silent: boolean;
  renotify: boolean;
  data: { href: string; shownAt: number };
  close: () => void;
}

/** A page that was loaded at an address, and has gone on to another or to none that it would tell. */
const page = (url: string, visibilityState = 'visible', now: string | null = url) => ({
  url: ORIGIN + url,
  visibilityState,
  postMessage: vi.fn(({ type, channelId }: { type: string; channelId?: string }, ports?: MessagePort[]) => {
    if (type === 'webchat.shows' && now !== null) ports?.[0]?.postMessage(now.endsWith(`/${channelId}`));
  }),
  focus: vi.fn(() => Promise.resolve()),
});

/** The worker as a browser runs it, with these pages open. */
function worker({ language = 'en', auth = '', pages = [] as ReturnType<typeof page>[] } = {}) {
  const listeners = new Map<string, (event: object) => void>();
  const shown = new Map<string, Shown>();
  const openWindow = vi.fn();
  const fetched = vi.fn();
  const subscribed = { toJSON: () => ({ endpoint: 'https://push.example/new' }), unsubscribe: vi.fn() };
  const subscribe = vi.fn(() => Promise.resolve(subscribed));
  const calls: Shown[] = [];
  const self = {
    location: { href: `${ORIGIN}/push-worker.js?language=${language}${auth && `&auth=${auth}`}` },
    addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
    clients: { matchAll: () => Promise.resolve(pages), openWindow },
    navigator: { locks: { request: (_: string, task: () => unknown) => Promise.resolve(task()) } },
    registration: {
      pushManager: { subscribe },
      showNotification: (title: string, options: Omit<Shown, 'title' | 'close'>) => {
        const one = { title, ...options, close: () => void shown.delete(options.tag) };
        shown.set(options.tag, one);
        calls.push(one);
        return Promise.resolve();
      },
      getNotifications: ({ tag }: { tag: string }) => Promise.resolve([shown.get(tag)].filter(Boolean)),
    },
  };
  const globals = { URL, MessageChannel, encodeURIComponent, setTimeout, clearTimeout };
  runInContext(SCRIPT, createContext({ ...globals, self, fetch: fetched }));
  return {
    listeners,
    shown,
    calls,
    openWindow,
    fetched,
    subscribe,
    subscribed,
    async happens(name: string, event: object = {}) {
      let done: Promise<unknown> = Promise.resolve();
      listeners.get(name)?.({ ...event, waitUntil: (work: Promise<unknown>) => (done = work) });
      await done;
    },
  };
}

const message = {
  type: 'message',
  serverId: 's',
  channelId: 'c',
  messageId: 'm',
  author: 'Bo',
  channel: 'general',
  server: 'Rockets',
  excerpt: 'Hello',
  at: '2026-05-20T12:00:00Z',
};
const push = (data: object = {}) => ({ data: { json: () => ({ ...message, ...data }) } });

describe('the push worker', () => {
  afterEach(() => void vi.useRealTimers());

  it('says who said what where, and leads there', async () => {
    const one = worker();
    await one.happens('push', push());
    expect(one.shown.get('c')).toMatchObject({
      title: 'Bo (#general, Rockets)',
      body: 'Hello',
      silent: false,
      data: { href: '/channels/s/c?message=m', shownAt: expect.any(Number) as number },
    });
  });

  it('says it in the language that the user has chosen, with the words of the catalogues', async () => {
    const somebody = { en: 'Somebody has written to you', de: 'Jemand hat dir geschrieben' };
    for (const [language, words] of Object.entries({ en: english, de: german } as const)) {
      const one = worker({ language });
      await one.happens('push', push({ excerpt: '' }));
      const place = words.channelIn.replace('{channel}', 'general').replace('{server}', 'Rockets');
      expect(one.shown.get('c')).toMatchObject({
        title: words.from.replace('{name}', 'Bo').replace('{place}', place),
        body: words.sentFile,
      });
      await one.happens('push', { data: null });
      expect(one.shown.get('webchat')).toMatchObject({ title: somebody[language as keyof typeof somebody] });
    }
  });

  it('says in words where a spoiler hides something', async () => {
    for (const [language, { spoiler }] of Object.entries({ en: englishCommon, de: germanCommon } as const)) {
      const one = worker({ language });
      await one.happens('push', push({ excerpt: 'It was ||…||, then ||…||' }));
      expect(one.shown.get('c')).toMatchObject({ body: `It was ${spoiler}, then ${spoiler}` });
    }
  });

  it('shows one for each channel or thread', async () => {
    const one = worker();
    await one.happens('push', push());
    await one.happens('push', push({ excerpt: 'Again' }));
    await one.happens('push', push({ threadId: 't', channel: undefined, server: '' }));
    expect([...one.shown.keys()]).toEqual(['c', 'c/t']);
    expect(one.shown.get('c')?.body).toBe('Again');
    expect(one.shown.get('c/t')?.title).toBe('Bo');
  });

  it('calls once to a message that is shown already', async () => {
    const one = worker();
    await one.happens('push', push());
    await one.happens('push', push());
    await one.happens('push', push({ messageId: 'later' }));
    expect(one.calls).toMatchObject([
      { silent: false, renotify: true },
      { silent: true, renotify: false },
      { silent: false, renotify: true },
    ]);
    expect(one.shown.size).toBe(1);
  });

  it('leaves nothing on the screen of whoever looks at the channel, and makes no sound', async () => {
    const one = worker({ pages: [page('/channels/s/c')] });
    await one.happens('push', push());
    expect(one.calls).toMatchObject([{ silent: true }]);
    expect(one.shown.size).toBe(0);
    for (const elsewhere of [page('/channels/s/other'), page('/channels/s/c', 'hidden')]) {
      const other = worker({ pages: [elsewhere] });
      await other.happens('push', push());
      expect(other.shown.size).toBe(1);
    }
  });

  it('asks pages where they are by now; one that does not answer shows nothing', async () => {
    const there = worker({ pages: [page('/login'), page('/channels/s/other', 'visible', '/channels/s/c')] });
    await there.happens('push', push());
    expect(there.shown.size).toBe(0);
    const gone = worker({ pages: [page('/channels/s/c', 'visible', '/channels/s/other')] });
    await gone.happens('push', push());
    expect(gone.shown.size).toBe(1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const dumb = worker({ pages: [page('/channels/s/c', 'visible', null)] });
    const pushed = dumb.happens('push', push());
    await vi.advanceTimersByTimeAsync(500);
    await pushed;
    expect(dumb.calls).toMatchObject([{ silent: false }]);
  });

  it('what it does not understand still shows that somebody has written', async () => {
    const one = worker();
    const garbled = {
      json: () => {
        throw new SyntaxError();
      },
    };
    await one.happens('push', { data: garbled });
    await one.happens('push', push({ type: 'of tomorrow' }));
    expect(one.shown.get('webchat')).toMatchObject({
      title: 'Somebody has written to you',
      data: { href: '/channels' },
    });
  });

  it('a click goes on in the page that shows the channel, or in any of ours, or in a new one', async () => {
    const click = { notification: { close: vi.fn(), data: { href: '/channels/s/c?message=m' } } };
    const [there, other, foreign] = [page('/channels/s/c'), page('/channels/s/other'), page('/login')];
    const one = worker({ pages: [foreign, other, there] });
    await one.happens('notificationclick', click);
    expect(there.postMessage).toHaveBeenCalledWith({ type: 'webchat.open', href: '/channels/s/c?message=m' });
    expect(there.focus).toHaveBeenCalledOnce();
    expect(click.notification.close).toHaveBeenCalledOnce();

    await worker({ pages: [foreign, other] }).happens('notificationclick', click);
    expect(other.focus).toHaveBeenCalledOnce();

    const none = worker({ pages: [foreign] });
    await none.happens('notificationclick', click);
    expect(none.openWindow).toHaveBeenCalledWith('/channels/s/c?message=m');
    expect(foreign.focus).not.toHaveBeenCalled();
  });

  it('tells the server of another subscription of the browser, as whoever is logged in', async () => {
    const one = worker({ auth: 'https://auth.example' });
    one.fetched
      .mockResolvedValueOnce({ ok: true, json: () => Promise.resolve({ accessToken: 'token' }) })
      .mockResolvedValueOnce({ ok: true });
    await one.happens('pushsubscriptionchange', {
      oldSubscription: { options: { applicationServerKey: 'key' } },
      newSubscription: null,
    });
    expect(one.subscribe).toHaveBeenCalledWith({ userVisibleOnly: true, applicationServerKey: 'key' });
    const path = 'https://auth.example/api/auth/sessions/current/push-subscription';
    expect(one.fetched.mock.calls[1]).toMatchObject([
      path,
      { method: 'PUT', headers: { authorization: 'Bearer token' }, body: '{"endpoint":"https://push.example/new"}' },
    ]);
  });

  it('takes the subscription back where nobody is logged in any more', async () => {
    const one = worker();
    one.fetched.mockResolvedValueOnce({ ok: false, status: 401 });
    await one.happens('pushsubscriptionchange', { newSubscription: one.subscribed });
    expect(one.subscribed.unsubscribe).toHaveBeenCalledOnce();
    expect(one.fetched).toHaveBeenCalledOnce();
  });

  it('answers no requests of pages', () => {
    expect([...worker().listeners.keys()]).not.toContain('fetch');
  });
});
