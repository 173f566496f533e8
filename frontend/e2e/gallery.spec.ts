import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Browser, type BrowserContext, type Page, type TestInfo } from '@playwright/test';
import { found } from './gallery/community';
import { watch } from './gallery/operations';
import { leaveStage, settled, setStage, type Story } from './gallery/stage';
import { PASSWORD, signUp, uniqueName } from './people';

/**
 * The main screens in both themes, as the README and platform/docs/gallery.md show them: each run compares them with the
 * pictures there, `npm run gallery` takes them anew. The community in them is made through the API; what differs from run to
 * run, and the fonts, are those of the story (gallery/stage.ts).
 */
// A picture of what the machine was too slow for is no change of the app: that one shows every time.
test.describe.configure({ retries: 2 });

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 780 };

test.use({
  launchOptions: {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--font-render-hinting=slight',
      '--disable-lcd-text',
      '--force-color-profile=srgb',
      '--hide-scrollbars',
    ],
  },
});

async function onStage(context: BrowserContext, story: Story | null, moving = false): Promise<Page> {
  await setStage(context, { story, moving });
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return page;
}

/** The system, processor and version of the browser that took the pictures. */
const TAKEN_BY = new URL('../../platform/docs/gallery/chromium', import.meta.url);

function takesAnew({ config }: TestInfo): boolean {
  return config.updateSnapshots === 'all' || config.updateSnapshots === 'changed';
}

/** Whether pictures can be compared with those that there are; takes down which browser takes them if they are taken anew. */
function compares(browser: Browser, info: TestInfo): boolean {
  const here = `${process.platform}-${process.arch}-${browser.version()}`;
  if (takesAnew(info)) {
    writeFileSync(TAKEN_BY, `${here}\n`);
    return true;
  }
  const taken = readFileSync(TAKEN_BY, 'utf8').trim();
  if (taken === here) return true;
  info.annotations.push({ type: 'not compared', description: `Chromium ${taken} took the pictures; this is ${here}` });
  return false;
}

/** In both themes; what is amiss in one picture does not keep the others from being looked at. */
async function look(page: Page, name: string, compared: boolean): Promise<void> {
  await page.mouse.move(0, 0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    if (compared) await expect.soft(page).toHaveScreenshot(`${name}-${colorScheme}.png`);
    else await page.screenshot();
  }
}

test('the main screens look as in the gallery', async ({ browser, playwright, baseURL }, info) => {
  test.slow();
  const at = baseURL === undefined ? {} : { baseURL };
  const compared = compares(browser, info);
  const options = { viewport: DESK, timezoneId: 'UTC', locale: 'en-GB', ...at };
  const http = await playwright.request.newContext(at);

  await test.step('before one is anybody', async () => {
    const context = await browser.newContext(options);
    const page = await onStage(context, null);
    await page.goto('/login');
    await page.getByLabel(/username/i).fill('ada@tidewatch.example');
    await page.getByLabel('Password').focus();
    await look(page, 'log-in', compared);
    await leaveStage(context);
  });

  await test.step('having just signed up', async () => {
    const suffix = uniqueName('');
    const context = await browser.newContext(options);
    const page = await onStage(context, { suffix, times: new Map(), latest: new Map(), presences: new Map() });
    await signUp(page, `noor${suffix}`);
    await expect(page.getByRole('button', { name: 'Your status: Online' })).toBeVisible();
    await look(page, 'first-run', compared);
    await leaveStage(context);
  });

  const community = await test.step('a community is founded', () => found(browser, http));
  const { channels, serverId, username } = community;
  const to = ({ serverId: server, channelId }: { serverId: string; channelId: string }) =>
    `/channels/${server}/${channelId}`;
  const context = await browser.newContext(options);
  const page = await onStage(context, community);
  const log = page.getByRole('log');
  const presence = page.getByRole('button', { name: 'Your status: Online' });

  await test.step('a channel', async () => {
    // Nobody's message waits where the login leads: what waits elsewhere is still to be seen waiting.
    await context.addInitScript((place) => {
      if (localStorage.getItem('webchat.last-place') !== null) return;
      localStorage.setItem('webchat.last-place', JSON.stringify(place));
      localStorage.setItem(`webchat.last-place.${place.serverId}`, JSON.stringify(place));
    }, channels.hardware);
    await page.goto('/login');
    await page.getByLabel(/username/i).fill(username);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect(page).toHaveURL(/\/channels\//);
    const read = page.waitForResponse(
      (answer) =>
        answer.request().method() === 'PUT' && answer.url().endsWith(`/channels/${channels.firmware.channelId}/read`),
    );
    await page.goto(to(channels.firmware));
    await expect(log.getByText('This is what we are dealing with:')).toBeVisible();
    await expect(page.getByRole('link', { name: /^general/ })).toContainText('1');
    await expect(presence).toBeVisible();
    await look(page, 'channel', compared);
    // What is not read yet would be new once more, after the next reload.
    await read;
  });

  await test.step('a thread', async () => {
    await log.getByRole('button', { name: /Spikes around midnight/ }).click();
    await expect(page.getByRole('complementary', { name: 'Thread' }).getByText('Happy to test it')).toBeVisible();
    await look(page, 'thread', compared);
    await page.keyboard.press('Escape');
  });

  await test.step('emoji', async () => {
    await page.goto(to(channels.firmware));
    const picture = log.getByRole('article').filter({ hasText: 'This is what we are dealing with:' });
    await expect(picture.getByRole('img').last()).toBeVisible();
    await expect(presence).toBeVisible();
    await settled(page);
    await picture.hover();
    await picture.getByRole('button', { name: 'Add reaction' }).first().click();
    await expect(page.getByRole('dialog').getByRole('button').first()).toBeVisible();
    await look(page, 'emoji', compared);
    await page.keyboard.press('Escape');
  });

  await test.step('searching', async () => {
    const field = page.getByRole('combobox', { name: 'Search messages' });
    await field.fill('battery');
    await field.press('Enter');
    await expect(page.getByRole('complementary', { name: 'Search results' }).getByRole('listitem')).not.toHaveCount(0);
    await look(page, 'search', compared);
    await page.keyboard.press('Escape');
  });

  await test.step('a direct conversation', async () => {
    await page.goto(to(channels['with-mei']));
    await expect(log.getByText('Lunch is on me')).toBeVisible();
    await expect(presence).toBeVisible();
    await look(page, 'direct', compared);
  });

  await test.step('permissions', async () => {
    await page.goto(`/channels/${serverId}/settings/permissions`);
    await page.getByLabel('Channel', { exact: true }).selectOption({ label: '#announcements' });
    await look(page, 'permissions', compared);
  });

  await test.step('oneself', async () => {
    await page.goto('/channels/settings/account');
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ada Okafor');
    await look(page, 'account', compared);
  });

  await test.step('a phone', async () => {
    await page.setViewportSize(PHONE);
    await page.goto(to(channels.firmware));
    await expect(log.getByText('This is what we are dealing with:')).toBeVisible();
    await look(page, 'phone', compared);
    await page.getByRole('button', { name: 'Back to the channels' }).click();
    await expect(presence).toBeVisible();
    await look(page, 'phone-channels', compared);
    await page.setViewportSize(DESK);
  });

  await test.step('operations', async () => {
    const watching = await browser.newContext({ ...options, storageState: await context.storageState() });
    const dashboard = await onStage(watching, community, true);
    // When the first figures come depends on how busy the machine is, and the chart begins with them: it is taken, not compared.
    const taken = takesAnew(info);
    await watch(dashboard, taken ? 5 * 60_000 : 30_000);
    await look(dashboard, 'operations', taken);
    await leaveStage(watching);
  });

  await leaveStage(context);
  await http.dispose();
});
