import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './barriers';
import {
  composer,
  copyInvite,
  createServer,
  messages,
  person,
  say,
  sees,
  signUp,
  signUpByInvite,
  timeline,
  uniqueName,
} from './people';

async function createChannel(page: Page, server: string, name: string, isPrivate: boolean): Promise<void> {
  await page.getByRole('button', { name: server }).first().click();
  await page.getByRole('menuitem', { name: 'Create channel' }).click();
  await page.getByLabel('Channel name').fill(name);
  if (isPrivate) await page.getByLabel('Private channel').click();
  await page.getByRole('button', { name: 'Create channel' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Drops a file as a browser does. */
async function dropFile(page: Page, on: string, name: string): Promise<boolean> {
  return page.locator(on).evaluate((target, file) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['The plan'], file, { type: 'text/plain' }));
    const drop = (type: string) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
    target.dispatchEvent(drop('dragover'));
    // False: the browser does not open the file.
    return target.dispatchEvent(drop('drop'));
  }, name);
}

const picker = (page: Page) => page.getByRole('dialog', { name: 'Add emoji' });
const editor = (page: Page) => page.getByRole('textbox', { name: 'Edit message' });

test('what the composer offers is written, sent and seen by others', async ({ browser }) => {
  test.slow();
  const [ada, grace] = [await person(browser), await person(browser)];
  const server = uniqueName('Rocket club');
  await signUp(ada, uniqueName('ada'));
  await createServer(ada, server);
  await createChannel(ada, server, 'Launch pad', false);
  await createChannel(ada, server, 'mission-control', true);
  await ada.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: 'general' }).click();
  await signUpByInvite(grace, await copyInvite(ada), server, uniqueName('grace'));

  await test.step('an emoji that is picked stands where the caret was', async () => {
    await composer(ada).fill('Lift  off');
    for (let steps = 0; steps < 4; steps++) await composer(ada).press('ArrowLeft');
    await ada.getByRole('button', { name: 'Add emoji' }).click();
    await picker(ada).getByRole('searchbox').fill('rocket');
    await expectNoViolations(ada);
    await picker(ada).getByRole('button', { name: 'rocket' }).click();
    await expect(composer(ada)).toBeFocused();
    await expect(composer(ada)).toHaveValue('Lift 🚀 off');
    await ada.keyboard.press('Enter');
    await sees(grace, 'Lift 🚀 off');
  });

  await test.step('a channel is completed, and leads to it; what one does not see has no name', async () => {
    await composer(ada).pressSequentially('Meet in #lau');
    await expect(ada.getByRole('option', { name: 'Launch pad' })).toBeVisible();
    await expectNoViolations(ada);
    await ada.keyboard.press('Enter');
    await ada.keyboard.type('or #mis');
    await ada.getByRole('option', { name: 'mission-control' }).click();
    await ada.keyboard.press('Enter');
    await sees(ada, 'Meet in #Launch pad or #mission-control');
    await sees(grace, 'Meet in #Launch pad or #unknown');
    await expect(messages(grace, 'Meet in').getByRole('link')).toHaveText(['#Launch pad']);
    await messages(grace, 'Meet in').getByRole('link', { name: '#Launch pad' }).click();
    await expect(grace.getByRole('heading', { level: 1, name: 'Launch pad' })).toBeVisible();
    await grace.goBack();
    await sees(grace, 'Meet in');
  });

  await test.step('Markdown has its looks, and code its colours', async () => {
    const said = '# Plan\n> who **asked**\n1. fuel\n2. go\n```ts\nconst fuel: number = 7; // litres\n```';
    await say(ada, said);
    const plan = messages(grace, 'who asked');
    await expect(plan.locator('blockquote strong')).toHaveText('asked');
    await expect(plan.locator('ol li')).toHaveText(['fuel', 'go']);
    await expect(plan.locator('.hljs-keyword')).toHaveText('const');
    await expect(plan.locator('.hljs-comment')).toHaveText('// litres');
    await plan.getByRole('button', { name: 'Wrap lines' }).click();
    await expect(plan.getByRole('button', { name: 'Wrap lines' })).toHaveAttribute('aria-pressed', 'true');
    await expectNoViolations(grace);
  });

  await test.step('a search shows none of the marks', async () => {
    await grace.keyboard.press('Control+Shift+f');
    await grace.keyboard.type('asked');
    await grace.keyboard.press('Enter');
    const result = grace.getByRole('complementary').getByRole('button', { name: /Plan/ });
    await expect(result.locator('mark')).toHaveText('asked');
    await expect(result).not.toContainText('**');
    await grace.keyboard.press('Escape');
  });

  await test.step('a file is dropped where one reads; elsewhere nothing happens', async () => {
    expect(await dropFile(ada, '[role="log"]', 'plan.txt')).toBe(false);
    await expect(ada.getByRole('list', { name: 'Files to send' })).toContainText('plan.txt');
    await ada.getByRole('button', { name: 'Remove plan.txt' }).click();
    expect(await dropFile(ada, 'nav >> nth=0', 'elsewhere.txt')).toBe(false);
    await expect(ada.getByText('elsewhere.txt')).toHaveCount(0);
  });

  await test.step('an edit that fails is still there, also after a reload, and is saved at last', async () => {
    await say(ada, 'Tpyo');
    await sees(ada, 'Tpyo');
    await ada.route('**/content', (route) => route.abort());
    await composer(ada).press('ArrowUp');
    await editor(ada).fill('Typo, mended');
    await ada.keyboard.press('Enter');
    await expect(ada.getByRole('alert').filter({ hasText: 'Not saved.' })).toBeVisible();
    await expect(editor(ada)).toHaveValue('Typo, mended');
    await sees(grace, 'Tpyo');
    await expectNoViolations(ada);
    await ada.reload();
    await expect(editor(ada)).toHaveValue('Typo, mended');
    await expect(composer(ada)).toBeFocused();
    await ada.unroute('**/content');
    await editor(ada).press('Enter');
    await expect(editor(ada)).toHaveCount(0);
    await expect(messages(grace, 'Typo, mended')).toContainText('(edited)');
    await expect(composer(ada)).toBeFocused();
  });

  await test.step('an answer is still one after a look elsewhere', async () => {
    await messages(ada, 'Lift').hover();
    await messages(ada, 'Lift').getByRole('button', { name: 'Reply' }).click();
    await composer(ada).fill('And away');
    await ada.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: 'Launch pad' }).click();
    await expect(ada.getByRole('heading', { level: 1, name: 'Launch pad' })).toBeVisible();
    await ada.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: 'general' }).click();
    await expect(ada.getByText('Replying to')).toBeVisible();
    await expect(composer(ada)).toHaveValue('And away');
    await composer(ada).press('Enter');
    await expect(messages(grace, 'And away').getByRole('button', { name: /In reply to/ })).toBeVisible();
  });

  await test.step('another tab shows the same draft, and it is gone there once it was sent', async () => {
    const other = await ada.context().newPage();
    await other.goto(ada.url());
    await sees(other, 'And away');
    await composer(ada).fill('Written once');
    await expect(composer(other)).toHaveValue('Written once');
    await composer(ada).press('Enter');
    await sees(other, 'Written once');
    await expect(composer(other)).toHaveValue('');
    await other.close();
  });
});

test('where there are only fingers, Enter begins a line and the button sends', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await signUp(page, uniqueName('ada'));
  await createServer(page, uniqueName('Pocket club'));
  await composer(page).tap();
  await page.keyboard.type('- milk');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- bread');
  await expect(timeline(page).getByRole('article')).toHaveCount(0);
  await page.getByRole('button', { name: 'Send message' }).tap();
  await expect(timeline(page).locator('li')).toHaveText(['milk', 'bread']);
  await expectNoViolations(page);
  await context.close();
});
