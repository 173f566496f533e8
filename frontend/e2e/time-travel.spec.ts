import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './barriers';
import { createServer, messages, PASSWORD, person, say, sees, signUp, uniqueName } from './people';

test.use({ timezoneId: 'UTC' });

const past = (page: Page) => page.getByRole('dialog', { name: '#general as it was' });
const then = (page: Page, content: string) => past(page).getByRole('article').filter({ hasText: content });

/** As the field takes it, which leaves out the zeros at the end. */
function field(moment: number): string {
  return new Date(moment % 10 === 0 ? moment - 1 : moment).toISOString().slice(0, -1);
}

test('one sees a channel as it was, and whoever may not see it now sees nothing of it', async ({ page, browser }) => {
  await signUp(page, uniqueName('ada'));
  await createServer(page, uniqueName('Rocket club'));
  const madeBy = Date.now();
  for (const content of ['Launch at noon', 'Do not tell Grace']) {
    await say(page, content);
    await sees(page, content);
  }
  // One looks back to the first full second of a channel, not before.
  await expect.poll(() => Date.now()).toBeGreaterThan(madeBy + 1_000);
  await messages(page, 'Launch at noon').focus();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Edit message' }).fill('Launch at dusk');
  // It shows before it is answered; the past has it from then on.
  const edited = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().endsWith('/content') && response.ok(),
  );
  await page.keyboard.press('Enter');
  await edited;
  await expect(messages(page, 'Launch at dusk')).toContainText('(edited)');
  await messages(page, 'Do not tell Grace').focus();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Delete message' }).click();
  await expect(messages(page, 'Do not tell Grace')).toHaveCount(0);
  const mark = messages(page, 'Launch at dusk')
    .getByRole('button', { name: /^edited/ })
    .locator('time');
  const editedAt = Date.parse((await mark.getAttribute('datetime')) ?? '');

  const way = page.getByRole('button', { name: 'As it was' });
  const slider = past(page).getByRole('slider', { name: 'Moment' });
  await test.step('the view opens at the present', async () => {
    await way.focus();
    await page.keyboard.press('Enter');
    await expect(slider).toBeFocused();
    await expect(slider).toHaveAttribute('aria-valuetext', 'Now');
    await expect(then(page, 'Launch at dusk')).toContainText('(edited)');
  });

  await test.step('before the edit it says what was said then; what was deleted stays so', async () => {
    await past(page)
      .getByLabel('Date and time')
      .fill(field(editedAt - 2));
    await expect(then(page, 'Launch at noon')).toBeVisible();
    await expect(then(page, 'Launch at noon')).not.toContainText('(edited)');
    await expect(past(page).getByRole('status')).toContainText('This is the past');
    await expect(past(page).getByText('1 member', { exact: true })).toBeVisible();
    await expect(past(page).getByText('Do not tell Grace')).toHaveCount(0);
    await expect(past(page).locator('textarea')).toHaveCount(0);
    await expectNoViolations(page);
  });

  await test.step('at the end of the slider is the present', async () => {
    await slider.press('End');
    await expect(then(page, 'Launch at dusk')).toBeVisible();
    await expect(then(page, 'Launch at noon')).toHaveCount(0);
    await expect(past(page).getByRole('status')).toContainText('This is the present');
    await page.keyboard.press('Escape');
    await expect(past(page)).toHaveCount(0);
    await expect(way).toBeFocused();
  });

  await test.step('a stranger gets nowhere', async () => {
    const eve = await person(browser);
    const username = uniqueName('eve');
    await signUp(eve, username);
    const { pathname } = new URL(page.url());
    await eve.goto(pathname);
    await expect(eve.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
    await expect(eve.getByRole('button', { name: 'As it was' })).toHaveCount(0);
    const login = await eve.request.post('/api/auth/login', { data: { login: username, password: PASSWORD } });
    const { accessToken } = (await login.json()) as { accessToken: string };
    for (const what of ['', '/messages', '/pins', '/members']) {
      const answer = await eve.request.get(`/api/channels/${pathname.split('/')[3]}/past${what}`, {
        headers: { authorization: `Bearer ${accessToken}` },
        params: { at: new Date(editedAt).toISOString() },
      });
      expect(answer.status()).toBe(404);
    }
  });
});
