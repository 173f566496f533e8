import { expect, test, type Page } from '@playwright/test';
import { composer, createServer, logIn, messages, say, sees, signUp, timeline, uniqueName } from './people';

/** From now on nothing that is said gets an answer, as in a lift. */
async function cutOff(page: Page): Promise<void> {
  await page.route('**/api/channels/*/messages', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
}

async function failed(page: Page, content: string): Promise<void> {
  await expect(messages(page, content).getByRole('button', { name: 'Retry' })).toBeVisible({ timeout: 30_000 });
}

test('what was not sent, and the draft, outlive the page; they are sent once, in order', async ({ page }) => {
  await signUp(page, uniqueName('ada'));
  await createServer(page, uniqueName('Lift'));
  await say(page, 'Before the lift');
  await sees(page, 'Before the lift');

  await cutOff(page);
  await say(page, 'First in the lift');
  await say(page, 'Second in the lift');
  await composer(page).fill('A thought half');
  await failed(page, 'Second in the lift');
  await page.reload();
  await expect(composer(page)).toHaveValue('A thought half');
  await expect(messages(page, 'First in the lift')).toHaveCount(1);
  await failed(page, 'Second in the lift');

  await page.unroute('**/api/channels/*/messages');
  await page.reload();
  await sees(page, 'First in the lift');
  await sees(page, 'Second in the lift');
  await expect(timeline(page).getByRole('button', { name: 'Retry' })).toHaveCount(0);
  await expect(composer(page)).toHaveValue('A thought half');
  await composer(page).press('End');
  await composer(page).pressSequentially(' finished');
  await composer(page).press('Enter');
  await sees(page, 'A thought half finished');

  // Now all of it comes from the log, and nothing is left to be sent.
  await page.reload();
  await sees(page, 'A thought half finished');
  await expect(composer(page)).toHaveValue('');
  const said = timeline(page).getByText(/the lift$|^A thought half/);
  await expect(said).toHaveText([
    'Before the lift',
    'First in the lift',
    'Second in the lift',
    'A thought half finished',
  ]);
});

test('another tab sends what a closed one could not', async ({ context, page }) => {
  await signUp(page, uniqueName('ada'));
  await createServer(page, uniqueName('Two tabs'));
  const other = await context.newPage();
  await other.goto(page.url());
  await say(other, 'From the other tab');
  await sees(page, 'From the other tab');

  await cutOff(page);
  await say(page, 'Left behind');
  await failed(page, 'Left behind');
  await expect(messages(other, 'Left behind')).toHaveCount(0);
  await page.close();
  // Without windows every tab counts as visible: that one looks at this tab again has to be said.
  await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await sees(other, 'Left behind');
  await other.reload();
  await sees(other, 'Left behind');
});

test('a draft and its files wait for their author when the session ends by itself, and are gone after a log-out', async ({
  page,
}) => {
  const ada = uniqueName('ada');
  await signUp(page, ada);
  await createServer(page, uniqueName('Drafts'));
  await composer(page).fill('Not ready yet');
  await page.locator('input[data-attach]').setInputFiles({
    name: 'plan.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('the plan'),
  });
  const files = page.getByRole('list', { name: 'Files to send' });
  await expect(files).toContainText('Ready');
  await page.context().clearCookies();
  await page.reload();
  await expect(page).toHaveURL(/\/login/);
  await logIn(page, ada);
  await expect(composer(page)).toHaveValue('Not ready yet');
  await expect(files).toContainText('plan.txt');
  await expect(files).toContainText('Ready');

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page).toHaveURL(/\/login/);
  await logIn(page, ada);
  await expect(composer(page)).toHaveValue('');
  await expect(files).toHaveCount(0);
});
