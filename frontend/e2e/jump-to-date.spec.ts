import { expect, test } from '@playwright/test';
import { expectNoViolations } from './barriers';
import { createServer, messages, say, sayMuch, sees, signUp, timeline, uniqueName } from './people';

// Fourteen hours ahead of Greenwich: any day but the reader's own begins at another time.
test.use({ timezoneId: 'Pacific/Kiritimati' });

test('one goes to a day, is told when it is empty, and comes back to the present', async ({ page }) => {
  test.slow();
  const ada = uniqueName('ada');
  await signUp(page, ada);
  await createServer(page, uniqueName('Archive'));
  await say(page, 'The first words');
  await sees(page, 'The first words');
  await sayMuch(page, ada, 170);
  await page.reload();
  await expect(messages(page, 'Line 170')).toHaveCount(1);

  await page.getByRole('button', { name: 'Jump to date', exact: true }).focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Jump to date' });
  await expect(card.getByLabel('Day', { exact: true })).toBeFocused();
  await expectNoViolations(page);

  const yesterday = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati' }).format(
    Date.now() - 86_400_000,
  );
  const asked = page.waitForRequest((request) => new URL(request.url()).searchParams.has('at'));
  await card.getByLabel('Day', { exact: true }).fill(yesterday);
  await card.getByRole('button', { name: 'Jump', exact: true }).click();
  const at = new URL((await asked).url()).searchParams.get('at');
  expect(at).toBe(new Date(`${yesterday}T00:00+14:00`).toISOString());
  await expect(card.getByRole('status')).toContainText('Nothing was said on');

  await card.getByRole('button', { name: 'Next message' }).click();
  await expect(card).toHaveCount(0);
  await expect(messages(page, 'The first words')).toBeInViewport();
  await expect(messages(page, 'The first words')).toBeFocused();
  await expect(messages(page, 'Line 170')).toHaveCount(0);

  await page.getByRole('button', { name: 'Jump to present' }).click();
  await expect(messages(page, 'Line 170')).toBeInViewport();
  await timeline(page).getByRole('button', { name: 'Today, jump to date' }).last().click();
  await card.getByRole('button', { name: 'Today' }).click();
  await expect(messages(page, 'The first words')).toBeFocused();
});
