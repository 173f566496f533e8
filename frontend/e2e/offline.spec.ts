import { expect, test } from '@playwright/test';
import {
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

test('what was said while one was offline arrives exactly once, in both directions', async ({ browser }) => {
  const ada = await person(browser);
  const grace = await person(browser);
  const server = uniqueName('Tunnel');
  await signUp(ada, uniqueName('ada'));
  await createServer(ada, server);
  await signUpByInvite(grace, await copyInvite(ada), server, uniqueName('grace'));
  await say(ada, 'Before the tunnel');
  await sees(grace, 'Before the tunnel');

  await ada.context().setOffline(true);
  await expect(ada.getByText('You are offline.')).toBeVisible();
  await say(ada, 'Written in the tunnel');
  await expect(messages(ada, 'Written in the tunnel')).toHaveCount(1);
  await expect(messages(ada, 'Written in the tunnel').getByRole('button', { name: 'Retry' })).toBeVisible();
  await expect(messages(ada, 'Written in the tunnel')).toContainText('Not sent. WebChat cannot be reached.');
  await say(grace, 'Said meanwhile outside');
  await sees(grace, 'Said meanwhile outside');

  await ada.context().setOffline(false);
  await sees(ada, 'Said meanwhile outside');
  await sees(ada, 'Written in the tunnel');
  await sees(grace, 'Written in the tunnel');
  await expect(ada.getByText('You are offline.')).toBeHidden();
  await expect(messages(ada, 'Written in the tunnel').getByRole('button', { name: 'Retry' })).toHaveCount(0);

  await ada.reload();
  await sees(ada, 'Written in the tunnel');
  await sees(ada, 'Said meanwhile outside');
});

test('a message that failed can be deleted', async ({ page, context }) => {
  await signUp(page, uniqueName('ada'));
  await createServer(page, uniqueName('Regrets'));
  await say(page, 'The first word');
  await sees(page, 'The first word');

  await context.setOffline(true);
  await say(page, 'Better unsaid');
  await messages(page, 'Better unsaid').getByRole('button', { name: 'Delete' }).click();
  await expect(messages(page, 'Better unsaid')).toHaveCount(0);

  await context.setOffline(false);
  await say(page, 'The last word');
  await sees(page, 'The last word');
  await page.reload();
  await sees(page, 'The last word');
  await expect(timeline(page).getByText('Better unsaid')).toHaveCount(0);
});
