import { expect, test } from '@playwright/test';
import { fillSignUp, PASSWORD, person, signUp, uniqueName } from './people';

test('signing up says beside each field what is wrong with it, and keeps what was typed', async ({ browser, page }) => {
  const taken = uniqueName('ada');
  await signUp(await person(browser), taken);

  await page.goto('/signup');
  await page.getByLabel('E-mail address').fill('nowhere');
  await page.getByLabel('Username').fill('a!');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription('Enter a valid e-mail address.');
  await expect(page.getByLabel('Username')).toHaveAccessibleDescription(/3 to 30/);
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription('Use 8 to 128 characters.');
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await expect(page.getByLabel('Username')).toHaveValue('a!');

  await fillSignUp(page, taken, `${uniqueName('else')}@example.org`);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('Username')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Username')).toHaveValue(taken);

  await fillSignUp(page, uniqueName('other'), `${taken}@example.org`);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveAttribute('aria-invalid', 'true');
});

test('a wrong password and an unknown user look the same; logging out ends the session', async ({ page }) => {
  const username = uniqueName('ada');
  await signUp(page, username);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();

  for (const login of [username, uniqueName('nobody')]) {
    await page.getByLabel('E-mail address or username').fill(login);
    await page.getByLabel('Password').fill('wrong horse battery');
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect(page.getByText('The e-mail address, username or password is wrong.')).toBeVisible();
    await expect(page.getByLabel('E-mail address or username')).toHaveValue(login);
  }

  await page.goto('/channels');
  await expect(page).toHaveURL(/\/login/);
  await page.getByLabel('E-mail address or username').fill(username);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to WebChat' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Welcome to WebChat' })).toBeVisible();
});

test('an unknown invite and an unknown page say so and show the way out', async ({ page }) => {
  await page.goto('/invite/0000000000000000');
  await expect(page.getByRole('heading', { name: 'This invite is not valid' })).toBeVisible();
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
});
