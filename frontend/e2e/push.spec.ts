import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { createServer, PASSWORD, person, signUp, uniqueName } from './people';

/** Of RFC 8291, appendix A: keys like those that a browser makes. */
const KEYS = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};

/** A browser that is being tested reaches no push service: it subscribes as if it did. */
async function withPushService(page: Page): Promise<void> {
  await page.addInitScript((keys) => {
    const remembered = 'e2e.push';
    const bytesOf = (key: string) =>
      Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const subscription = (key: string) => ({
      options: { applicationServerKey: bytesOf(key).buffer },
      toJSON: () => ({ endpoint: `https://push.example.net/send/${key.slice(0, 8)}`, expirationTime: null, keys }),
      unsubscribe: () => Promise.resolve(localStorage.removeItem(remembered)).then(() => true),
    });
    const known = () => localStorage.getItem(remembered);
    Object.assign(PushManager.prototype, {
      subscribe: ({ applicationServerKey }: { applicationServerKey: string }) => {
        localStorage.setItem(remembered, applicationServerKey);
        return Promise.resolve(subscription(applicationServerKey));
      },
      getSubscription: () => {
        const key = known();
        return Promise.resolve(key === null ? null : subscription(key));
      },
    });
  }, KEYS);
}

/** The worker of the page, as the browser's own tools know it. */
async function workerOf(page: Page): Promise<{ cdp: CDPSession; registrationId: string }> {
  const cdp = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const active = versions.find(({ status }) => status === 'activated');
      if (active) resolve(active.registrationId);
    }),
  );
  await cdp.send('ServiceWorker.enable');
  return { cdp, registrationId: await registered };
}

const notifications = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return ((await registration?.getNotifications()) ?? []).map(({ title, body, tag }) => ({ title, body, tag }));
  });

async function openNotifications(page: Page): Promise<void> {
  await page.goto('/channels/settings/notifications');
  await expect(page.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible();
}

const toggle = (page: Page) => page.getByRole('switch', { name: 'Also when WebChat is not open' });

/** Not every stack has keys to call browsers by. */
async function isOffered(page: Page): Promise<void> {
  const not = page.getByText(/whoever runs this server has not set that up/);
  await expect(toggle(page).or(not)).toBeVisible();
  test.skip(await not.isVisible(), 'This stack has no keys for push');
}

test('who is to be called with no page open is shown what comes, and nothing of what they look at, or once they leave', async ({
  browser,
  baseURL,
}) => {
  const ada = await person(browser);
  await ada.context().grantPermissions(['notifications', 'clipboard-read', 'clipboard-write']);
  await withPushService(ada);
  const name = uniqueName('ada');
  await signUp(ada, name);
  await createServer(ada, uniqueName('Rocket'));
  const channel = new URL(ada.url()).pathname;
  const [, , serverId, channelId] = channel.split('/');

  await openNotifications(ada);
  await isOffered(ada);
  await toggle(ada).click();
  await expect(toggle(ada)).toBeChecked();
  await ada.reload();
  await expect(toggle(ada)).toBeChecked();

  const { cdp, registrationId } = await workerOf(ada);
  const origin = new URL(baseURL ?? ada.url()).origin;
  const push = (data: object) =>
    cdp.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(data) });
  // Of a channel that the page does not know: of those it knows it closes what is not unread.
  const elsewhere = '01970c3e-3a5c-7c4e-8f6a-0123456789ac';
  const message = {
    type: 'message',
    serverId,
    channelId: elsewhere,
    messageId: '01970c3e-3a5c-7c4e-8f6a-0123456789ab',
    author: 'Bo',
    channel: 'general',
    server: 'Rockets',
    excerpt: 'Lift-off',
  };
  // A browser that is too busy to start the worker drops what its tools deliver: as a push service does, it is tried again.
  await expect(async () => {
    await push(message);
    await expect
      .poll(() => notifications(ada), { timeout: 10_000 })
      .toEqual([{ title: 'Bo (#general, Rockets)', body: 'Lift-off', tag: elsewhere }]);
  }).toPass({ timeout: 60_000 });
  await push({ ...message, excerpt: 'Landed' });
  await expect.poll(async () => (await notifications(ada)).map(({ body }) => body)).toEqual(['Landed']);

  // Whoever looks at the channel needs no notification of it.
  await ada.goto(channel);
  await expect(ada.getByRole('heading', { name: 'general', exact: true })).toBeVisible();
  await push({ ...message, channelId, excerpt: 'Seen at once' });
  await push({ ...message, excerpt: 'Still elsewhere' });
  await expect
    .poll(async () => (await notifications(ada)).map(({ body, tag }) => ({ body, tag })))
    .toEqual([{ body: 'Still elsewhere', tag: elsewhere }]);

  // Logging out takes all of it away, on this browser and on the server.
  await openNotifications(ada);
  expect(await notifications(ada)).toHaveLength(1);
  await ada.getByRole('button', { name: 'Settings', exact: true }).first().click();
  await ada.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(ada.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expect.poll(() => ada.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await ada.getByLabel(/username/i).fill(name);
  await ada.getByLabel('Password').fill(PASSWORD);
  await ada.getByRole('button', { name: 'Log in' }).click();
  await expect(ada.getByRole('button', { name: 'Settings', exact: true }).first()).toBeVisible();
  await openNotifications(ada);
  await expect(toggle(ada)).not.toBeChecked();
});

test('a browser whose push service does not take part says so and stays off', async ({ browser }) => {
  const ada = await person(browser);
  await ada.context().grantPermissions(['notifications']);
  await ada.addInitScript(() => {
    PushManager.prototype.subscribe = () => Promise.reject(new DOMException('no service', 'AbortError'));
  });
  await signUp(ada, uniqueName('ada'));
  await openNotifications(ada);
  await isOffered(ada);
  await toggle(ada).click();
  await expect(ada.getByText(/Nothing has changed/)).toBeVisible();
  await expect(toggle(ada)).not.toBeChecked();
});

test('without a DSN nothing reports errors, and nothing is loaded for it', async ({ page }) => {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text().catch(() => ''));
  });
  await page.goto('/login');
  const config = await page.locator('#webchat-config').textContent();
  const { sentryDsn } = JSON.parse(config ?? '{}') as { sentryDsn?: string };
  test.skip(sentryDsn !== '', 'This stack reports errors');
  const policy = (await page.request.get('/login')).headers()['content-security-policy'] ?? '';
  expect(policy).not.toContain('sentry');
  await expect.poll(() => scripts.length).toBeGreaterThan(3);
  for (const script of await Promise.all(scripts)) expect(script).not.toContain('sentry_key');
});
