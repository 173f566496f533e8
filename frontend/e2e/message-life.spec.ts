import { expect, test, type Page } from '@playwright/test';
import {
  composer,
  copyInvite,
  createServer,
  messages,
  nameThread,
  person,
  say,
  sees,
  signUp,
  signUpByInvite,
  uniqueName,
} from './people';

/** The first message; the answer to it quotes it. */
const launch = (page: Page) => messages(page, 'Launch at noon').first();

test('what happens to a message is seen by the other one at once', async ({ browser }) => {
  test.slow();
  const [ada, grace] = [await person(browser), await person(browser)];
  const server = uniqueName('Rocket club');
  const graceName = uniqueName('grace');
  const adaName = uniqueName('ada');
  await signUp(ada, adaName);
  await createServer(ada, server);
  await signUpByInvite(grace, await copyInvite(ada), server, graceName);
  await expect(ada.getByRole('complementary').getByText(graceName)).toBeVisible();

  await test.step('a mention calls by name', async () => {
    await composer(ada).pressSequentially(`Launch at noon, @${graceName.slice(0, 8)}`);
    await ada.getByRole('option', { name: graceName }).click();
    await composer(ada).press('Enter');
    await sees(grace, `Launch at noon, @${graceName}`);
  });

  await test.step('a reaction', async () => {
    await launch(grace).hover();
    await launch(grace).getByRole('button', { name: 'React with 👍' }).click();
    await expect(launch(ada).getByRole('button', { name: `👍 1: ${graceName}` })).toBeVisible();
    await launch(ada).getByRole('button', { name: '👍 1' }).click();
    await expect(launch(grace).getByRole('button', { name: '👍 2' })).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('a reply', async () => {
    await launch(grace).hover();
    await launch(grace).getByRole('button', { name: 'Reply' }).click();
    await expect(grace.getByText('Replying to')).toBeVisible();
    await expect(composer(grace)).toBeFocused();
    await say(grace, 'Ready when you are');
    await expect(messages(ada, 'Ready when you are').getByRole('button', { name: /In reply to/ })).toBeVisible();
  });

  await test.step('an edit, by the arrow up', async () => {
    await sees(grace, 'Ready when you are');
    await composer(grace).press('ArrowUp');
    await grace.getByRole('textbox', { name: 'Edit message' }).fill('Ready, **really**');
    await grace.keyboard.press('Enter');
    await expect(messages(ada, 'Ready, really')).toContainText('(edited)');
    await expect(composer(grace)).toBeFocused();
  });

  await test.step('a thread', async () => {
    await messages(grace, 'Ready, really').hover();
    await messages(grace, 'Ready, really').getByRole('button', { name: 'Start thread' }).click();
    await nameThread(grace, 'Countdown');
    const thread = (page: Page) => page.getByRole('complementary', { name: 'Thread' });
    const reply = thread(grace).getByRole('textbox', { name: 'Reply in thread' });
    await reply.fill('Said in the thread only');
    await reply.press('Enter');
    await messages(ada, 'Ready, really')
      .getByRole('button', { name: /1 reply/ })
      .click();
    await expect(thread(ada).getByRole('article').filter({ hasText: 'Said in the thread only' })).toBeVisible();
    await expect(messages(ada, 'Said in the thread only')).toHaveCount(0);
    await ada.keyboard.press('Escape');
    await expect(thread(ada)).toHaveCount(0);
    await thread(grace).getByRole('button', { name: 'Close thread' }).click();
  });

  await test.step('a pin', async () => {
    await launch(ada).hover();
    await launch(ada).getByRole('button', { name: 'More actions' }).click();
    await ada.getByRole('menuitem', { name: 'Pin to channel' }).click();
    await expect(launch(grace).getByRole('img', { name: 'Pinned' })).toBeVisible();
    await grace.getByRole('button', { name: 'Pinned messages' }).click();
    await expect(grace.getByRole('dialog', { name: 'Pinned messages' })).toContainText('Launch at noon');
    await grace.keyboard.press('Escape');
  });

  await test.step('a file', async () => {
    await ada.locator('input[data-attach]').setInputFiles({
      name: 'plan.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('The plan'),
    });
    await expect(ada.getByText('Ready', { exact: true })).toBeVisible();
    await say(ada, 'The plan is attached');
    await expect(
      messages(grace, 'The plan is attached').getByRole('button', { name: 'Download plan.txt' }),
    ).toBeVisible();
  });

  await test.step('a deletion', async () => {
    await messages(ada, 'The plan is attached').hover();
    await messages(ada, 'The plan is attached').getByRole('button', { name: 'More actions' }).click();
    await ada.getByRole('menuitem', { name: 'Delete' }).click();
    await ada.getByRole('button', { name: 'Delete message' }).click();
    await expect(messages(grace, 'The plan is attached')).toHaveCount(0);
  });

  await test.step('and all of it is there after a reload', async () => {
    await ada.reload();
    await expect(launch(ada).getByRole('button', { name: '👍 2' })).toBeVisible();
    await expect(messages(ada, 'Ready, really')).toContainText('(edited)');
    await expect(messages(ada, 'Ready, really').getByRole('button', { name: /1 reply/ })).toBeVisible();
  });

  await test.step('a direct conversation', async () => {
    const card = grace.getByRole('dialog');
    await grace.getByRole('complementary').getByRole('button', { name: adaName }).click();
    await card.getByRole('button', { name: 'Message' }).click();
    const field = grace.getByRole('textbox', { name: `Message ${adaName}` });
    await field.fill('Between us');
    await field.press('Enter');
    await ada.getByRole('link', { name: 'Direct messages' }).click();
    await ada.getByRole('navigation', { name: 'Direct messages' }).getByRole('link', { name: graceName }).click();
    await expect(ada.getByRole('log').getByText('Between us')).toBeVisible();
  });
});
