import { expect, test } from '@playwright/test';
import { composer, createServer, messages, nameThread, say, sees, signUp, uniqueName } from './people';

test('a link that somebody copied leads to its message, in a thread as well', async ({ page }) => {
  test.slow();
  await signUp(page, uniqueName('ada'));
  await createServer(page, uniqueName('Links'));
  await say(page, 'Where is the kettle?');
  await sees(page, 'Where is the kettle?');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const menuItem = (name: string) => page.getByRole('menuitem', { name });

  await messages(page, 'Where is the kettle?').click({ button: 'right' });
  await menuItem('Copy link').click();
  await expect.poll(copied).toContain('?message=');
  const link = await copied();
  expect(link).toBe(`${new URL(page.url()).origin}${new URL(link).pathname}${new URL(link).search}`);

  // The thread is longer than the screen, and what is linked to is its beginning.
  await messages(page, 'Where is the kettle?').click({ button: 'right' });
  await menuItem('Start thread').click();
  await nameThread(page, 'Kettle');
  const pane = page.getByRole('complementary', { name: 'Thread' });
  const field = pane.getByRole('textbox', { name: 'Reply in thread' });
  const answers = (text: string) => pane.getByRole('log').getByRole('article').filter({ hasText: text });
  await field.fill('In the cupboard');
  await field.press('Enter');
  await expect(answers('In the cupboard')).not.toHaveAttribute('aria-busy', 'true');
  for (let number = 1; number <= 3; number++) {
    await field.fill(`Long ${number}\n${'and longer\n'.repeat(12)}`);
    await field.press('Enter');
    await expect(answers(`Long ${number}`)).not.toHaveAttribute('aria-busy', 'true');
  }
  await answers('In the cupboard').click({ button: 'right' });
  await menuItem('Copy link').click();
  await expect.poll(copied).not.toBe(link);
  const threadLink = await copied();
  await pane.getByRole('button', { name: 'Close thread' }).click();
  await expect(pane).toBeHidden();

  await page.goto(threadLink);
  await expect(composer(page)).toBeVisible();
  await expect(pane).toBeVisible();
  await expect(answers('In the cupboard')).toBeFocused();
  await expect(answers('In the cupboard')).toBeInViewport();

  await page.goto(link);
  await expect(composer(page)).toBeVisible();
  await expect(messages(page, 'Where is the kettle?')).toBeFocused();

  // So does what is found by searching.
  await expect(composer(page)).toBeVisible();
  await page.getByRole('combobox', { name: 'Search messages' }).fill('cupboard');
  await page.keyboard.press('Enter');
  await page
    .getByRole('complementary', { name: 'Search results' })
    .getByRole('button', { name: /In the cupboard/ })
    .click();
  await expect(answers('In the cupboard')).toBeFocused();
  await expect(answers('In the cupboard')).toBeInViewport();
});
