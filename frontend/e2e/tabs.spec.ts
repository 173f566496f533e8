import { expect, test } from '@playwright/test';
import { createServer, say, sees, signUp, uniqueName } from './people';

test('two tabs of one browser share a session and do not disturb each other', async ({ context, page }) => {
  await signUp(page, uniqueName('ada'));
  await createServer(page, uniqueName('Two tabs'));
  const other = await context.newPage();
  await other.goto(page.url());
  await say(page, 'From the first tab');
  await sees(other, 'From the first tab');

  // Both renew the rotating refresh token at the same moment.
  await Promise.all([page.reload(), other.reload()]);
  await sees(page, 'From the first tab');
  await say(other, 'From the second tab');
  await sees(page, 'From the second tab');

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page).toHaveURL(/\/login/);
  await expect(other).toHaveURL(/\/login/);
});
