import { expect, test } from '@playwright/test';
import { createServer, messages, nameThread, say, sees, signUp, uniqueName } from './people';

test.use({ viewport: { width: 375, height: 740 }, hasTouch: true });

test('on a phone Back closes what covers a channel, the topmost first, and only then leaves it', async ({ page }) => {
  await signUp(page, uniqueName('ada'));
  await createServer(page, uniqueName('Rocket club'));
  await say(page, 'Who brings the fuel?');
  await sees(page, 'Who brings the fuel?');
  const channel = page.url();
  const pane = (name: string) => page.getByRole('complementary', { name });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();

  await test.step('the list of members, the search, the pins and the past', async () => {
    const layers = [
      ['Show members', pane('Members')],
      ['Search', pane('Search results')],
      ['Pinned messages', page.getByRole('dialog', { name: 'Pinned messages' })],
      ['Invite people', page.getByRole('dialog', { name: /^Invite people/ })],
    ] as const;
    for (const [name, layer] of layers) {
      await button(name).first().click();
      await expect(layer).toBeVisible();
      await page.goBack();
      await expect(layer).toHaveCount(0);
      expect(page.url()).toBe(channel);
    }
  });

  const thread = pane('Thread');
  await test.step('a thread, which a reload leaves open, after what is in front of it', async () => {
    await messages(page, 'Who brings the fuel?').focus();
    await messages(page, 'Who brings the fuel?').getByRole('button', { name: 'Start thread' }).click();
    await nameThread(page, 'Fuel');
    await expect(thread).toBeVisible();
    await page.reload();
    await expect(thread).toBeVisible();
    await button('Pinned messages').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(thread).toBeVisible();
    await page.goBack();
    await expect(thread).toHaveCount(0);
    expect(page.url()).toBe(channel);
  });

  await test.step('what was closed otherwise leaves nothing to go back through', async () => {
    for (let times = 0; times < 3; times++) {
      await button('Show members').click();
      await expect(pane('Members')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(pane('Members')).toHaveCount(0);
    }
    await expect.poll(entries).toBeLessThanOrEqual(before + 2);
  });

  await test.step('the servers and channels, from which one goes on', async () => {
    const channels = page.getByRole('navigation', { name: 'Channels' });
    await button('Back to the channels').click();
    await expect(channels).toBeVisible();
    await page.goBack();
    await expect(channels).toBeHidden();
    await button('Back to the channels').click();
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Your settings' }).click();
    await expect(page).toHaveURL(/settings\/account$/);
    await page.goBack();
    await expect(messages(page, 'Who brings the fuel?')).toBeVisible();
    await expect(channels).toBeHidden();
    expect(page.url()).toBe(channel);
  });

  await page.goBack();
  await expect(page).not.toHaveURL(channel);
});
