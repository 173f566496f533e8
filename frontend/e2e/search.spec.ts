import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './barriers';
import { createServer, messages, say, sayMuch, sees, signUp, timeline, uniqueName } from './people';

const field = (page: Page) => page.getByRole('combobox', { name: 'Search messages' });
const results = (page: Page) => page.getByRole('complementary', { name: 'Search results' });
const result = (page: Page, text: string) => results(page).getByRole('button').filter({ hasText: text });

async function search(page: Page, typed: string): Promise<void> {
  await field(page).fill(typed);
  await field(page).press('Enter');
}

test('what was said long ago is found, shown where it was said, and one comes back', async ({ page }) => {
  test.slow();
  const ada = uniqueName('ada');
  await signUp(page, ada);
  await createServer(page, uniqueName('Archive'));
  await say(page, 'The Café deployment failed, see https://example.org/');
  await sees(page, 'deployment failed');
  await sayMuch(page, ada, 260);
  await page.reload();
  await expect(messages(page, 'Line 260')).toHaveCount(1);

  await page.keyboard.press('ControlOrMeta+Shift+F');
  await expect(field(page)).toBeFocused();
  await search(page, 'cafe depl');
  await expect(results(page).getByText('1 message, the newest first')).toBeVisible();
  await expect(results(page).locator('mark')).toHaveText(['Café', 'deployment']);

  await field(page).press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(messages(page, 'deployment failed')).toBeInViewport();
  await expect(messages(page, 'deployment failed')).toBeFocused();
  await expect(messages(page, 'Line 260')).toHaveCount(0);

  await say(page, 'Written from the past');
  await sees(page, 'Written from the past');
  await expect(messages(page, 'Line 260')).toBeInViewport();

  await result(page, 'deployment').click();
  await expect(messages(page, 'deployment failed')).toBeInViewport();
  await page.getByRole('button', { name: 'Jump to present' }).click();
  await expect(messages(page, 'Written from the past')).toBeInViewport();

  await result(page, 'deployment').click();
  await expect(messages(page, 'Line 20')).toHaveCount(1);
  await expect(async () => {
    await timeline(page).evaluate((viewport) => viewport.scrollTo(0, viewport.scrollHeight));
    await expect(messages(page, 'Written from the past')).toBeInViewport({ timeout: 500 });
  }).toPass();
  for (const line of ['Line 60', 'Line 110', 'Line 160', 'Line 210']) await expect(messages(page, line)).toHaveCount(1);
});

test('filters are chips; edits and deletions count at once; what is not understood says so', async ({ page }) => {
  test.slow();
  const ada = uniqueName('ada');
  await signUp(page, ada);
  await createServer(page, uniqueName('Archive'));
  for (const text of ['A green link https://example.org/', 'A green word', 'A blue word']) {
    await say(page, text);
    await sees(page, text);
  }

  await field(page).click();
  await page.getByRole('option', { name: /^has:/ }).click();
  await page.keyboard.type('li');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove has: link' })).toBeVisible();
  await expect(result(page, 'green link')).toHaveCount(1);
  await expect(result(page, 'word')).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove has: link' }).click();

  await search(page, `from:${ada} green`);
  await expect(results(page).getByText('2 messages, the newest first')).toBeVisible();
  await expectNoViolations(page);

  await messages(page, 'A blue word').focus();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Edit message' }).fill('A green edit');
  await page.keyboard.press('Enter');
  await sees(page, 'A green edit');
  // It shows before the log has it.
  await expect(async () => {
    await search(page, 'green');
    await expect(results(page).getByText('3 messages, the newest first')).toBeVisible({ timeout: 1000 });
  }).toPass();

  await search(page, 'before:someday');
  await expect(results(page).getByRole('alert')).toContainText('before: must be a day such as 2026-01-31');
  await search(page, 'nobodysaidthis');
  await expect(results(page).getByText('Nothing was found')).toBeVisible();

  await results(page).getByRole('button', { name: 'Close search' }).click();
  await expect(results(page)).toHaveCount(0);
  await expect(field(page)).toBeFocused();
});
