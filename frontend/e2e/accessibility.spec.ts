import { expect, test } from '@playwright/test';
import { expectNoViolations } from './barriers';
import { createServer, say, sees, signUp, uniqueName } from './people';

test('no screen has a known barrier, in either theme', async ({ page }) => {
  test.slow();
  for (const path of ['/', '/login', '/signup', '/invite/0000000000000000', '/no/such/page']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoViolations(page);
  }
  await signUp(page, uniqueName('ada'));
  await expectNoViolations(page);
  await createServer(page, uniqueName('Open doors'));
  await say(page, 'Hello https://example.org/');
  await sees(page, 'Hello');
  await expectNoViolations(page);
  for (const item of ['Create channel', 'Create category']) {
    await page.getByRole('button', { name: 'Open doors' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await expectNoViolations(page);
    await page.getByLabel(/name/).fill('Corridor');
    await page.getByRole('button', { name: item }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // A new channel is gone to, which closes what is open.
    await expect(page.getByRole('heading', { level: 1, name: 'Corridor' })).toBeVisible();
  }
  await page.getByRole('button', { name: 'More for general' }).click();
  await page.getByRole('menuitem', { name: 'Edit channel' }).click();
  await page.getByLabel('Private channel').click();
  await expect(page.getByText('Nobody is let in yet')).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await page.getByRole('complementary').getByRole('button').first().click();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Open doors' }).click();
  await page.getByRole('menuitem', { name: 'Server settings' }).click();
  await expect(page.getByRole('button', { name: 'Delete server' })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Roles' }).click();
  await page.getByRole('button', { name: 'Create role' }).click();
  await page.getByRole('radio', { name: 'Amber' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(page.getByText('1 member', { exact: true })).toBeVisible();
  await expectNoViolations(page);
  for (const name of ['Channel permissions', 'Invites', 'Bans', 'Audit log']) {
    await page.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expectNoViolations(page);
  }
  await page.getByRole('link', { name: /^Back to/ }).click();
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('gen');
  await expect(page.getByRole('option', { name: /general/ })).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Direct messages' }).click();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'New conversation' }).first().click();
  await expect(page.getByText('You share a server with nobody else yet.')).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  for (const name of ['Account', 'Password and devices', 'Appearance', 'Notifications']) {
    await page.goto(`/channels/settings/${name === 'Password and devices' ? 'security' : name.toLowerCase()}`);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expectNoViolations(page);
  }
  await page.getByRole('link', { name: /^Open doors/ }).click();
  await page.getByRole('button', { name: 'Invite people' }).first().click();
  await expect(page.getByRole('button', { name: 'Copy' })).toBeEnabled();
  await expectNoViolations(page);
});

test('on the smallest phone every button of a channel is within reach', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await signUp(page, uniqueName('ada'));
  await createServer(page, uniqueName('Pocket club'));
  const buttons = page.getByRole('main').locator('header').first().getByRole('button');
  await expect(buttons.first()).toBeVisible();
  for (const button of await buttons.all()) {
    if (await button.isVisible()) await expect(button).toBeInViewport({ ratio: 1 });
  }
  await context.close();
});
