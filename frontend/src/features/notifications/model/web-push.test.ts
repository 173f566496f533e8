import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pushWorker, showThrough } from '@/web-push/worker';
import { deletePushSubscription, fetchServerPush, putPushSubscription } from '../api/push-subscription';
import { tellPermission } from './permission';
import { readWebPush, renewWebPush, turnOffWebPush, turnOnWebPush } from './web-push';

vi.mock('../api/push-subscription');
vi.mock('./permission');
vi.mock('@/session/browser-session', () => ({ runtimeConfig: () => ({ authUrl: '' }) }));

const KEY = btoa('key').replaceAll('=', '');

/** A browser with a worker and a push service of its own. */
function browser(permission: NotificationPermission = 'granted') {
  let subscription: ReturnType<typeof subscribed> | null = null;
  let registration: object | undefined;
  const subscribed = (key: string) => ({
    options: { applicationServerKey: new TextEncoder().encode(atob(key)).buffer },
    toJSON: () => ({ endpoint: `https://push.example/${key}` }),
    unsubscribe: vi.fn(() => {
      subscription = null;
      return Promise.resolve(true);
    }),
  });
  const pushManager = {
    getSubscription: () => Promise.resolve(subscription),
    subscribe: vi.fn(({ applicationServerKey }: { applicationServerKey: string }) => {
      subscription = subscribed(applicationServerKey);
      return Promise.resolve(subscription);
    }),
  };
  const shown = { close: vi.fn() };
  const made = { pushManager, getNotifications: () => Promise.resolve([shown]) };
  const register = vi.fn(() => Promise.resolve((registration = made)));
  const notification = { permission, requestPermission: vi.fn(() => Promise.resolve(permission)) };
  vi.stubGlobal('window', { PushManager: class {}, Notification: notification });
  vi.stubGlobal('Notification', notification);
  vi.stubGlobal('navigator', {
    serviceWorker: { register, ready: Promise.resolve(made), getRegistration: () => Promise.resolve(registration) },
  });
  return { pushManager, register, notification, made, shown };
}

/** A server that remembers. */
function server(key: string | null) {
  let isSubscribed = false;
  vi.mocked(fetchServerPush).mockImplementation(() => Promise.resolve({ applicationServerKey: key, isSubscribed }));
  vi.mocked(putPushSubscription).mockImplementation(() => Promise.resolve(void (isSubscribed = true)));
  vi.mocked(deletePushSubscription).mockImplementation(() => Promise.resolve(void (isSubscribed = false)));
  return { forgets: () => (isSubscribed = false) };
}

describe('web push', () => {
  beforeEach(() => void vi.clearAllMocks());
  afterEach(() => void vi.unstubAllGlobals());

  it('says what does not work, and why', async () => {
    server(null);
    browser();
    expect(await readWebPush()).toBe('not-offered');
    server(KEY);
    browser('denied');
    expect(await readWebPush()).toBe('blocked');
    browser();
    expect(await readWebPush()).toBe('off');
    vi.stubGlobal('navigator', {});
    expect(await readWebPush()).toBe('unsupported');
  });

  it('is on once browser and server both say so, and off again', async () => {
    server(KEY);
    const { pushManager, register, made, shown } = browser();
    expect(await turnOnWebPush('de')).toBe('on');
    expect(register).toHaveBeenCalledWith('/push-worker.js?language=de', { scope: '/', updateViaCache: 'none' });
    expect(pushManager.subscribe).toHaveBeenCalledWith({ userVisibleOnly: true, applicationServerKey: KEY });
    expect(putPushSubscription).toHaveBeenCalledWith({ endpoint: `https://push.example/${KEY}` });
    expect(pushWorker()).toBe(made);
    vi.mocked(deletePushSubscription).mockRejectedValueOnce(new Error('no server'));
    await expect(turnOffWebPush()).rejects.toThrow('no server');
    expect(pushWorker()).toBe(made);
    expect(shown.close).not.toHaveBeenCalled();
    expect(await turnOffWebPush()).toBe('off');
    expect(await pushManager.getSubscription()).toBeNull();
    expect(shown.close).toHaveBeenCalledOnce();
    expect(pushWorker()).toBeNull();
  });

  it('what is on has its worker at the next start, though the server does not answer', async () => {
    server(KEY);
    const { made } = browser();
    await turnOnWebPush('en');
    showThrough(null);
    vi.mocked(fetchServerPush).mockRejectedValueOnce(new Error('no server'));
    await expect(renewWebPush('en')).rejects.toThrow('no server');
    expect(pushWorker()).toBe(made);
  });

  it('stays off where the user says no, or the push service does not take part', async () => {
    server(KEY);
    browser('denied');
    expect(await turnOnWebPush('en')).toBe('blocked');
    const { pushManager } = browser();
    pushManager.subscribe.mockRejectedValueOnce(new DOMException('no service', 'AbortError'));
    await expect(turnOnWebPush('en')).rejects.toThrow('no service');
    expect(putPushSubscription).not.toHaveBeenCalled();
    expect(await readWebPush()).toBe('off');
  });

  it('tells what the user has said to all that shows it', async () => {
    server(KEY);
    const { notification } = browser('default');
    notification.requestPermission.mockImplementation(() => {
      notification.permission = 'denied';
      expect(tellPermission).not.toHaveBeenCalled();
      return Promise.resolve('denied');
    });
    expect(await turnOnWebPush('en')).toBe('blocked');
    expect(tellPermission).toHaveBeenCalledOnce();
  });

  it('is not left half on where the server does not take part', async () => {
    server(KEY);
    const { pushManager } = browser();
    vi.mocked(putPushSubscription).mockRejectedValueOnce(new Error('no server'));
    await expect(turnOnWebPush('en')).rejects.toThrow('no server');
    expect(await pushManager.getSubscription()).toBeNull();
  });

  it('tells a server that has forgotten, and subscribes anew to one with other keys', async () => {
    const one = server(KEY);
    const { pushManager, register } = browser();
    await turnOnWebPush('en');
    one.forgets();
    expect(await readWebPush()).toBe('off');
    await renewWebPush('de');
    expect(await readWebPush()).toBe('on');
    expect(register).toHaveBeenLastCalledWith('/push-worker.js?language=de', expect.anything());
    expect(pushManager.subscribe).toHaveBeenCalledOnce();

    server(btoa('new').replaceAll('=', ''));
    await renewWebPush('en');
    expect(pushManager.subscribe).toHaveBeenCalledTimes(2);
    server(null);
    await renewWebPush('en');
    expect(await pushManager.getSubscription()).toBeNull();
  });

  it('renews nothing where nothing is on', async () => {
    server(KEY);
    const { register } = browser();
    await renewWebPush('en');
    expect(register).not.toHaveBeenCalled();
    expect(fetchServerPush).not.toHaveBeenCalled();
  });
});
