import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const made = vi.fn();

/** A browser of its own, with this permission; one of those that let only a service worker show anything, or not. */
async function browser(permission: NotificationPermission, onlyServiceWorkers: boolean) {
  vi.stubGlobal(
    'Notification',
    class {
      static permission = permission;
      static requestPermission = () => Promise.resolve(permission);
      constructor(title: string) {
        if (onlyServiceWorkers) throw new TypeError('Illegal constructor');
        made(title);
      }
      close = () => undefined;
    },
  );
  const { permission: now } = await import('./permission');
  const { showNotification } = await import('./show');
  return {
    now,
    show: () => showNotification({ key: 'k', title: 'Bo', body: 'Hello', href: '/channels', onOpen: () => undefined }),
  };
}

beforeEach(() => {
  made.mockReset();
  vi.resetModules();
});
afterEach(() => void vi.unstubAllGlobals());

it('a browser whose pages can show notifications says what the user said', async () => {
  expect((await browser('default', false)).now()).toBe('default');
  vi.resetModules();
  made.mockReset();
  const { now, show } = await browser('granted', false);
  expect(now()).toBe('granted');
  // To find that out, nothing is shown.
  expect(made).not.toHaveBeenCalled();
  show();
  expect(made).toHaveBeenCalledExactlyOnceWith('Bo');
});

it('a browser whose pages cannot show any has none, before the user is asked for something useless', async () => {
  expect((await browser('default', true)).now()).toBe('unsupported');
});

it('a browser that was allowed to and cannot says so from the first one on', async () => {
  const { now, show } = await browser('granted', true);
  expect(now()).toBe('granted');
  show()();
  expect(now()).toBe('unsupported');
});

it('a browser without the word has none', async () => {
  vi.stubGlobal('Notification', undefined);
  expect((await import('./permission')).permission()).toBe('unsupported');
});
