import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './barriers';
import {
  composer,
  copyInvite,
  createServer,
  messages,
  person,
  say,
  sees,
  signUp,
  signUpByInvite,
  uniqueName,
} from './people';

async function openAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Your settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
}

async function save(page: Page, field: string, text: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).fill(text);
  await page.getByLabel(field, { exact: true }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
}

const members = (page: Page) => page.getByRole('complementary', { name: 'Members' });

test('how somebody is called and what they say about themselves is seen by others at once', async ({ browser }) => {
  test.slow();
  const [server, called] = [uniqueName('Rocket club'), uniqueName('Countess').slice(0, 32)];
  const [ada, grace] = [await person(browser), await person(browser)];
  const username = uniqueName('ada');
  await signUp(ada, username);
  await createServer(ada, server);
  await signUpByInvite(grace, await copyInvite(ada), server, uniqueName('grace'));
  await say(ada, 'Hello');
  await sees(grace, 'Hello');
  await expect(messages(grace, 'Hello')).toContainText(username);

  await openAccount(ada);
  await save(ada, 'Name', called);
  await save(ada, 'About you', 'Weaving patterns');

  await test.step('without a reload, wherever the person is shown', async () => {
    await expect(messages(grace, 'Hello')).toContainText(called);
    await expect(messages(grace, 'Hello')).not.toContainText(username);
    await expect(members(grace).getByText(called)).toBeVisible();
    await expect(members(grace).getByText('Weaving patterns')).toBeVisible();
    await composer(grace).pressSequentially('@Countess');
    await expect(grace.getByRole('option', { name: called })).toBeVisible();
    await composer(grace).press('Enter');
    await composer(grace).pressSequentially('good morning');
    await composer(grace).press('Enter');
    await expect(messages(grace, 'good morning')).toContainText(`@${called}`);
    await expectNoViolations(grace);
    await expectNoViolations(ada);
  });

  await test.step('and for good', async () => {
    await ada.reload();
    await expect(ada.getByLabel('Name', { exact: true })).toHaveValue(called);
    await expect(ada.getByLabel('About you')).toHaveValue('Weaving patterns');
    await grace.reload();
    await expect(messages(grace, 'Hello')).toContainText(called);
    await members(grace).getByText(called).click();
    await expect(grace.getByRole('dialog').getByText('Weaving patterns')).toBeVisible();
    await grace.keyboard.press('Escape');
  });

  await test.step('a name that is none is said so at its field and changes nothing', async () => {
    await ada.getByLabel('Name', { exact: true }).fill('x'.repeat(33));
    await ada.getByLabel('Name', { exact: true }).press('Enter');
    await expect(ada.getByText('Must have 1 to 32 characters.')).toBeVisible();
    await expectNoViolations(ada);
    await save(ada, 'About you', '');
    await expect(members(grace).getByText('Weaving patterns')).toHaveCount(0);
    await expect(messages(grace, 'Hello')).toContainText(called);
  });
});

/** A picture that a browser has drawn. */
async function picture(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 600 });
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('this browser cannot draw');
    pen.fillStyle = '#26418f';
    pen.fillRect(0, 0, 900, 600);
    pen.fillStyle = '#ffd166';
    pen.beginPath();
    pen.arc(450, 300, 200, 0, 7);
    pen.fill();
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

/** As a user does, so that the focus is where theirs would be. */
async function choose(page: Page, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose picture' }).click();
  await (await chooser).setFiles({ name: 'moon.png', mimeType: 'image/png', buffer });
}

test('a picture is cut, seen by others at once wherever its person is shown, and taken away', async ({ browser }) => {
  test.slow();
  const server = uniqueName('Rocket club');
  const [ada, grace] = [await person(browser), await person(browser)];
  const username = uniqueName('ada');
  await signUp(ada, username);
  await createServer(ada, server);
  await signUpByInvite(grace, await copyInvite(ada), server, uniqueName('grace'));
  await say(ada, 'Hello');
  await sees(grace, 'Hello');
  const shown = [
    messages(grace, 'Hello').locator('img'),
    members(grace).getByRole('button', { name: username }).locator('img'),
  ];
  for (const image of shown) await expect(image).toHaveCount(0);

  await openAccount(ada);
  await test.step('what is no picture is said so', async () => {
    await choose(ada, Buffer.from('no picture'));
    await expect(ada.getByText('This picture cannot be used.')).toBeVisible();
    await expect(ada.getByRole('dialog')).toHaveCount(0);
  });
  await choose(ada, await picture(ada));
  const dialog = ada.getByRole('dialog', { name: 'Your picture' });
  await dialog.getByLabel('Closer').fill('2');
  await expect(dialog.getByRole('button', { name: 'Use picture' })).toBeEnabled();
  await expectNoViolations(ada);
  await dialog.getByRole('button', { name: 'Use picture' }).click();

  await expect(ada.getByRole('main').locator('img')).toBeVisible();
  for (const image of shown) {
    await expect(image).toBeVisible();
    await expect.poll(() => image.evaluate((shows: HTMLImageElement) => shows.naturalWidth)).toBe(96);
  }
  await expectNoViolations(ada);
  await grace.reload();
  for (const image of shown) await expect(image).toBeVisible();
  await expectNoViolations(grace);

  await ada.getByRole('button', { name: 'Remove' }).click();
  for (const image of shown) await expect(image).toHaveCount(0);
  await expect(ada.getByRole('main').locator('img')).toHaveCount(0);
});
