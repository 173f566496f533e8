import { expect, test, type Page } from '@playwright/test';
import { composer, fillSignUp, sees, uniqueName } from './people';

/** Tabs on until the wanted control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, role: 'button' | 'link' | 'textbox', name: string): Promise<void> {
  const target = page.getByRole(role, { name, exact: true }).first();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 30; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${role} "${name}" is not reached by the keyboard`);
}

test('everything up to a sent message works without a mouse', async ({ page }) => {
  const username = uniqueName('kay');
  await page.goto('/');
  await tabTo(page, 'link', 'Create an account');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await fillSignUp(page, username);
  await page.keyboard.press('Enter');

  await tabTo(page, 'button', 'Create a server');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Server name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Create a server' }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Server name')).toBeFocused();
  await page.keyboard.type(uniqueName('Keys'));
  await page.keyboard.press('Enter');

  await expect(composer(page)).toBeFocused();
  await page.keyboard.type('One line');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('and another');
  await page.keyboard.press('Enter');
  await sees(page, 'One line');
  await expect(page.getByText('One line\nand another')).toBeVisible();

  await tabTo(page, 'button', 'Settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu').getByRole('menuitemradio').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Log out' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/login/);
});
