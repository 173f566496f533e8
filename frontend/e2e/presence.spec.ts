import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectNoViolations } from './barriers';
import { composer, copyInvite, createServer, person, say, sees, signUp, signUpByInvite, uniqueName } from './people';

/** A whole page on a busy machine. */
const LOADS = { timeout: 30_000 };

const members = (page: Page) => page.getByRole('complementary', { name: 'Members' });
const member = (page: Page, name: string) => members(page).getByRole('button', { name });
const typing = (page: Page) => page.locator('[data-typing]');

async function chooses(page: Page, status: string): Promise<void> {
  await page.getByRole('button', { name: /^Your status/ }).click();
  await page.getByRole('menuitemradio', { name: status }).click();
  await page.keyboard.press('Escape');
}

/** Who goes is given a while to come back. */
async function isSeen(row: Locator, status: string): Promise<void> {
  await expect(row).toHaveAccessibleDescription(status, { timeout: 60_000 });
}

test('people see who is there, and how they want to be seen, and who is writing', async ({ browser }) => {
  test.slow();
  const ada = await person(browser);
  const ben = await person(browser);
  const server = uniqueName('Lighthouse');
  const benName = uniqueName('ben');
  await signUp(ada, uniqueName('ada'));
  await createServer(ada, server);
  await signUpByInvite(ben, await copyInvite(ada), server, benName);
  const seen = member(ada, benName);
  await isSeen(seen, 'Online');

  await ben.getByRole('button', { name: /^Your status/ }).click();
  await expectNoViolations(ben, '[role="menu"]');
  await ben.keyboard.press('Escape');
  await chooses(ben, 'Do not disturb');
  await isSeen(seen, 'Do not disturb');
  await expect(ben.getByRole('button', { name: 'Your status: Do not disturb' })).toBeVisible();
  await seen.click();
  await expect(ada.getByRole('dialog', { name: benName }).getByText('Do not disturb')).toBeVisible();
  await expectNoViolations(ada);
  await ada.keyboard.press('Escape');

  // Another tab of the same person agrees, and so does the page when it comes again.
  const otherTab = await ben.context().newPage();
  await otherTab.goto(ben.url());
  await expect(otherTab.getByRole('button', { name: 'Your status: Do not disturb' })).toBeVisible(LOADS);
  await chooses(otherTab, 'Invisible');
  await expect(ben.getByRole('button', { name: 'Your status: Invisible' })).toBeVisible();
  await isSeen(seen, 'Offline');
  await expect(members(ada).getByRole('heading', { name: 'Offline' })).toBeVisible();
  await otherTab.close();
  await ben.reload();
  await expect(ben.getByRole('button', { name: 'Your status: Invisible' })).toBeVisible(LOADS);
  await isSeen(seen, 'Offline');
  await chooses(ben, 'Online');
  await isSeen(seen, 'Online');

  const before = await composer(ada).boundingBox();
  await composer(ben).pressSequentially('I am wri');
  // It passes: what does not arrive is not told again, but whoever goes on writing tells anew.
  await expect(async () => {
    await composer(ben).pressSequentially('t');
    await expect(typing(ada)).toHaveText(`${benName} is typing…`, { timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  expect(await composer(ada).boundingBox()).toEqual(before);
  await expect(typing(ben)).toHaveCount(0);
  await expectNoViolations(ada);
  await say(ben, 'I am writing to you');
  await sees(ada, 'I am writing to you');
  await expect(typing(ada)).toHaveCount(0);

  await ben.context().close();
  await isSeen(seen, 'Offline');
});
