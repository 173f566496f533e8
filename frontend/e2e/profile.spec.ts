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
  await page.getByLabel(field).fill(text);
  await page.getByLabel(field).press('Enter');
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
    await expect(ada.getByLabel('Name')).toHaveValue(called);
    await expect(ada.getByLabel('About you')).toHaveValue('Weaving patterns');
    await grace.reload();
    await expect(messages(grace, 'Hello')).toContainText(called);
    await members(grace).getByText(called).click();
    await expect(grace.getByRole('dialog').getByText('Weaving patterns')).toBeVisible();
    await grace.keyboard.press('Escape');
  });

  await test.step('a name that is none is said so at its field and changes nothing', async () => {
    await ada.getByLabel('Name').fill('x'.repeat(33));
    await ada.getByLabel('Name').press('Enter');
    await expect(ada.getByText('Must have 1 to 32 characters.')).toBeVisible();
    await expectNoViolations(ada);
    await save(ada, 'About you', '');
    await expect(members(grace).getByText('Weaving patterns')).toHaveCount(0);
    await expect(messages(grace, 'Hello')).toContainText(called);
  });
});
