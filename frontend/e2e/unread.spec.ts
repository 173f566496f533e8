import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './barriers';
import {
  composer,
  copyInvite,
  createServer,
  logIn,
  messages,
  person,
  say,
  sayMuch,
  sees,
  signUp,
  signUpByInvite,
  timeline,
  uniqueName,
} from './people';

const channel = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: new RegExp(`^${name}`) });

async function createChannel(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: /Rocket/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Create channel' }).click();
  await page.getByLabel('Channel name').fill(name);
  await page.getByRole('button', { name: 'Create channel' }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

test('what one reads on one device is read on the other, and can be marked unread again', async ({ browser }) => {
  test.slow();
  const server = uniqueName('Rocket');
  const [ada, bo] = [uniqueName('ada'), uniqueName('bo')];
  const adas = await person(browser);
  await signUp(adas, ada);
  await createServer(adas, server);
  const invite = await copyInvite(adas);
  const phone = await person(browser);
  await signUpByInvite(phone, invite, server, bo);
  await createChannel(adas, 'sparks');
  await createChannel(adas, 'fuel');
  await expect(channel(phone, 'fuel')).toBeVisible();

  // Bo is in another channel, on both devices.
  const desk = await person(browser);
  await channel(phone, 'fuel').click();
  await logIn(desk, bo);
  await channel(desk, 'fuel').click();
  for (const device of [phone, desk]) await expect(channel(device, 'fuel')).toHaveAttribute('aria-current', 'page');

  await channel(adas, 'general').click();
  await say(adas, 'Is anybody here?');
  await sees(adas, 'Is anybody here?');
  await say(adas, `@${bo} look at this`);
  await sees(adas, 'look at this');
  for (const device of [phone, desk]) {
    await expect(channel(device, 'general')).toHaveAccessibleName(/1 mention/);
    await expect(device).toHaveTitle(/^\(1\)/);
  }

  // Read on the phone, read on the desk.
  await phone.bringToFront();
  await channel(phone, 'general').click();
  await sees(phone, 'look at this');
  await expect(timeline(phone).getByRole('separator', { name: 'New messages' })).toBeVisible();
  for (const device of [phone, desk]) {
    await expect(channel(device, 'general')).toHaveAccessibleName('general');
    await expect(device).not.toHaveTitle(/^\(/);
  }

  // Marked unread on the phone, unread on the desk.
  await messages(phone, 'look at this').click({ button: 'right' });
  await phone.getByRole('menuitem', { name: 'Mark unread from here' }).click();
  await expect(channel(desk, 'general')).toHaveAccessibleName(/1 mention/);

  // The inbox leads there.
  await openMention(desk, /look at this/);
  await expect(messages(desk, 'look at this')).toBeInViewport();
  await expect(messages(desk, 'look at this')).toBeFocused();

  // Who is on the way elsewhere, to where they have not been yet, when the message comes is not called back.
  const answerMessage = await hold(desk, /by-id/);
  const asked = desk.waitForRequest(/by-id/);
  await openMention(desk, /look at this/);
  await asked;
  const answerChannel = await hold(desk, /_rsc=/);
  await channel(desk, 'sparks').click();
  const answered = desk.waitForResponse(/by-id/);
  answerMessage();
  await answered;
  answerChannel();
  await expect(desk.getByRole('heading', { level: 1, name: 'sparks' })).toBeVisible();
  await desk.unrouteAll({ behavior: 'wait' });
  await expect(channel(desk, 'sparks')).toHaveAttribute('aria-current', 'page');

  // Muted shows neither; Escape reads the channel.
  await channel(phone, 'fuel').click();
  await channel(desk, 'fuel').click();
  for (const device of [phone, desk]) await expect(channel(device, 'fuel')).toHaveAttribute('aria-current', 'page');
  await say(adas, 'One more thing');
  await sees(adas, 'One more thing');
  await expect(channel(desk, 'general')).toHaveAccessibleName(/unread/);
  await channel(desk, 'general').click({ button: 'right' });
  await desk.getByRole('menuitem', { name: 'Mute' }).click();
  await expect(channel(phone, 'general')).toHaveAccessibleName(/muted/);
  await channel(desk, 'general').click({ button: 'right' });
  await desk.getByRole('menuitem', { name: 'Unmute' }).click();
  await expect(channel(phone, 'general')).toHaveAccessibleName(/unread/);
  await composerOf(phone).press('Shift+Escape');
  await expect(channel(phone, 'general')).toHaveAccessibleName('general');
  await expect(channel(desk, 'general')).toHaveAccessibleName('general');
  await expect(composer(adas)).toBeVisible();
});

test('who comes back to more than a screen is told since when, and reads no more than they see', async ({
  browser,
}) => {
  test.slow();
  const server = uniqueName('Rocket');
  const [ada, bo] = [uniqueName('ada'), uniqueName('bo')];
  const adas = await person(browser);
  await signUp(adas, ada);
  await createServer(adas, server);
  const invite = await copyInvite(adas);
  const bos = await person(browser);
  await signUpByInvite(bos, invite, server, bo);
  await createChannel(adas, 'fuel');
  await channel(bos, 'fuel').click();
  await expect(channel(bos, 'fuel')).toHaveAttribute('aria-current', 'page');
  await channel(adas, 'general').click();
  await expect(composer(adas)).toBeVisible();
  await sayMuch(adas, ada, 70);
  await expect(channel(bos, 'general')).toHaveAccessibleName(/unread/);

  // They are at the newest message: what is above the screen stays unread.
  await bos.bringToFront();
  await channel(bos, 'general').click();
  await expect(messages(bos, 'Line 70')).toBeInViewport();
  const pill = bos.getByRole('button', { name: /^70 new messages since \d/ });
  await expect(pill).toBeVisible();
  await expectNoViolations(bos);
  await say(adas, 'One more');
  await sees(bos, 'One more');
  await expect(bos.getByRole('button', { name: /^71 new messages since \d/ })).toBeVisible();
  await expect(channel(bos, 'general')).toHaveAccessibleName(/unread/);

  // A key leads to the first of them, which flashes and has the focus.
  await composer(bos).press('Control+j');
  await expect(line(bos, 1)).toBeInViewport();
  await expect(line(bos, 1)).toBeFocused();
  await expect(timeline(bos).getByRole('separator', { name: 'New messages' })).toBeInViewport();
  await expect(bos.getByRole('button', { name: /new messages since/ })).toHaveCount(0);
  await expect(channel(bos, 'general')).toHaveAccessibleName(/unread/);

  // From there on they are read, at the latest of them.
  await bos.getByRole('button', { name: 'Jump to present' }).click();
  await expect(messages(bos, 'One more')).toBeInViewport();
  await expect(channel(bos, 'general')).toHaveAccessibleName('general');

  // Whoever does not want to see them says so.
  await channel(bos, 'fuel').click();
  await expect(channel(bos, 'fuel')).toHaveAttribute('aria-current', 'page');
  await sayMuch(adas, ada, 70);
  await channel(bos, 'general').click();
  await expect(bos.getByRole('button', { name: /^70 new messages since \d/ })).toBeVisible();
  await bos.getByRole('button', { name: 'Mark as read' }).click();
  await expect(channel(bos, 'general')).toHaveAccessibleName('general');
  await expect(bos.getByRole('button', { name: /new messages since/ })).toHaveCount(0);
});

/** What {@link sayMuch} has said, the first time. */
function line(page: Page, number: number) {
  return timeline(page)
    .getByRole('article')
    .filter({ hasText: new RegExp(`Line ${number}(?!\\d)`) })
    .first();
}

/** Keeps requests from being answered until the function that it gives is called. */
async function hold(page: Page, url: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

async function openMention(page: Page, text: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Inbox/ }).click();
  await page.getByRole('dialog', { name: 'Inbox of mentions' }).getByRole('button', { name: text }).click();
}

function composerOf(page: Page) {
  return page.getByRole('textbox', { name: /^Message #/ });
}
