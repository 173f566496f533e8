import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeRead, forgetPush, onOpen, pushWorker, showThrough } from './worker';

const shown = (tag: string, age = 60_000) => ({
  tag,
  data: { shownAt: Date.now() - age },
  close: vi.fn(),
});

function browserWith(registration: object | undefined) {
  const container = Object.assign(new EventTarget(), { getRegistration: () => Promise.resolve(registration) });
  vi.stubGlobal('window', { PushManager: class {}, Notification: class {} });
  vi.stubGlobal('navigator', { serviceWorker: container });
  return container;
}

describe('the page and its push worker', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('closes what is read by now and nothing else', async () => {
    const [read, unread] = [shown('read'), shown('unread')];
    showThrough({ getNotifications: () => Promise.resolve([read, unread]) } as unknown as ServiceWorkerRegistration);
    await closeRead((tag) => tag === 'unread');
    expect(read.close).toHaveBeenCalledOnce();
    expect(unread.close).not.toHaveBeenCalled();
    showThrough(null);
    await closeRead(() => false);
    expect(unread.close).not.toHaveBeenCalled();
  });

  it('leaves open what has just come and may not be counted yet', async () => {
    const [fresh, old, undated] = [
      shown('fresh', 1_000),
      shown('old', 6_000),
      { tag: 'undated', data: null, close: vi.fn() },
    ];
    const getNotifications = () => Promise.resolve([fresh, old, undated]);
    showThrough({ getNotifications } as unknown as ServiceWorkerRegistration);
    await closeRead(() => false);
    expect(fresh.close).not.toHaveBeenCalled();
    expect(old.close).toHaveBeenCalledOnce();
    expect(undated.close).toHaveBeenCalledOnce();
    showThrough(null);
  });

  it('forgets all of it when its user goes', async () => {
    const left = shown('left');
    const subscription = { unsubscribe: vi.fn(() => Promise.resolve(true)) };
    const registration = {
      getNotifications: () => Promise.resolve([left]),
      pushManager: { getSubscription: () => Promise.resolve(subscription) },
      unregister: vi.fn(() => Promise.resolve(true)),
    };
    browserWith(registration);
    showThrough(registration as unknown as ServiceWorkerRegistration);
    await forgetPush();
    expect(pushWorker()).toBeNull();
    expect(left.close).toHaveBeenCalledOnce();
    expect(subscription.unsubscribe).toHaveBeenCalledOnce();
    expect(registration.unregister).toHaveBeenCalledOnce();
  });

  it('has nothing to forget where there is none', async () => {
    browserWith(undefined);
    await forgetPush();
    vi.stubGlobal('navigator', {});
    await forgetPush();
  });

  it('goes where a click on a notification leads, within the app only', () => {
    const container = browserWith(undefined);
    const go = vi.fn();
    const end = onOpen(go);
    const say = (data: unknown) => container.dispatchEvent(Object.assign(new Event('message'), { data, ports: [] }));
    for (const data of [null, 'x', { type: 'other', href: '/channels/a' }]) say(data);
    say({ type: 'webchat.open', href: 'https://elsewhere.example' });
    say({ type: 'webchat.open', href: 7 });
    expect(go).not.toHaveBeenCalled();
    say({ type: 'webchat.open', href: '/channels/s/c?message=m' });
    expect(go).toHaveBeenCalledExactlyOnceWith('/channels/s/c?message=m');
    end();
    say({ type: 'webchat.open', href: '/channels/s/c' });
    expect(go).toHaveBeenCalledOnce();
  });

  it('tells the worker which channel is shown here', () => {
    const container = browserWith(undefined);
    vi.stubGlobal('location', { pathname: '/channels/s/c' });
    const end = onOpen(vi.fn());
    const answer = vi.fn();
    const ask = (data: object) =>
      container.dispatchEvent(Object.assign(new Event('message'), { data, ports: [{ postMessage: answer }] }));
    ask({ type: 'webchat.shows', channelId: 'c' });
    ask({ type: 'webchat.shows', channelId: 'other' });
    ask({ type: 'webchat.shows' });
    expect(answer.mock.calls).toEqual([[true], [false]]);
    end();
  });
});
