import { expect, test } from '@playwright/test';
import {
  composer,
  copyInvite,
  createServer,
  person,
  sees,
  say,
  sayMuch,
  signUp,
  signUpByInvite,
  timeline,
  uniqueName,
} from './people';

test('two people meet by an invite link and chat; what they said is there after a reload', async ({ browser }) => {
  const ada = await person(browser);
  const grace = await person(browser);
  const server = uniqueName('Rocket club');
  await signUp(ada, uniqueName('ada'));
  await createServer(ada, server);
  const graceName = uniqueName('grace');
  const invite = await copyInvite(ada);
  await signUpByInvite(grace, invite, server, graceName);

  await expect(ada.getByRole('complementary').getByText(graceName)).toBeVisible();
  await say(ada, 'Hello Grace, can you read this?');
  await sees(grace, 'Hello Grace, can you read this?');
  await say(grace, 'Loud and clear: <b>no markup</b> https://example.org/a?b=c.');
  await sees(ada, 'Loud and clear: <b>no markup</b>');
  await expect(timeline(ada).getByRole('link')).toHaveAttribute('href', 'https://example.org/a?b=c');

  await ada.reload();
  await sees(ada, 'Hello Grace, can you read this?');
  await sees(ada, 'Loud and clear');
  await say(ada, 'Still here after a reload');
  await sees(grace, 'Still here after a reload');

  await grace.goto(invite);
  await expect(grace.getByRole('heading', { name: 'You are a member already' })).toBeVisible();
  await grace.getByRole('button', { name: `Go to ${server}` }).click();
  await sees(grace, 'Still here after a reload');
});

test('older messages load while one scrolls up, and what one reads does not jump', async ({ page }) => {
  test.slow();
  const ada = uniqueName('ada');
  await signUp(page, ada);
  await createServer(page, uniqueName('Archive'));
  await sayMuch(page, ada, 120);
  await page.reload();
  await sees(page, 'Line 120');

  await timeline(page).hover();
  await expect(async () => {
    await page.mouse.wheel(0, -1_500);
    await expect(timeline(page).getByText('Line 1', { exact: true })).toBeInViewport({ timeout: 300 });
  }).toPass({ timeout: 60_000 });
  const lines = await timeline(page)
    .getByText(/^Line \d+$/)
    .allInnerTexts();
  expect(lines).toEqual(Array.from({ length: 120 }, (_, index) => `Line ${index + 1}`));

  await page.getByRole('button', { name: 'Jump to present' }).click();
  await expect(timeline(page).getByText('Line 120', { exact: true })).toBeInViewport();
  await expect(composer(page)).toBeVisible();
});

test('a long history takes bounded room, and is read to its beginning without a hole', async ({ page }) => {
  test.slow();
  const ada = uniqueName('ada');
  await signUp(page, ada);
  await createServer(page, uniqueName('Archive'));
  await sayMuch(page, ada, 550);
  await page.reload();
  await sees(page, 'Line 550');

  let most = 0;
  await timeline(page).hover();
  await expect(async () => {
    await page.mouse.wheel(0, -2_000);
    most = Math.max(most, await timeline(page).getByRole('article').count());
    await expect(timeline(page).getByText('Line 1', { exact: true })).toBeInViewport({ timeout: 300 });
  }).toPass({ timeout: 60_000 });
  expect(most).toBeLessThan(500);
  const lines = await timeline(page)
    .getByText(/^Line \d+$/)
    .allInnerTexts();
  expect(lines).toEqual(lines.map((_, index) => `Line ${index + 1}`));

  await page.getByRole('button', { name: 'Jump to present' }).click();
  await expect(timeline(page).getByText('Line 550', { exact: true })).toBeInViewport();
});
