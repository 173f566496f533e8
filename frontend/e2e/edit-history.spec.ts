import { expect, test } from '@playwright/test';
import { expectNoViolations } from './barriers';
import { copyInvite, createServer, messages, person, say, sees, signUp, signUpByInvite, uniqueName } from './people';

test('what a message said before is shown to its author, and to nobody who may not know', async ({ browser }) => {
  test.slow();
  const [ada, grace] = [await person(browser), await person(browser)];
  const server = uniqueName('Rocket club');
  await signUp(ada, uniqueName('ada'));
  await createServer(ada, server);
  await signUpByInvite(grace, await copyInvite(ada), server, uniqueName('grace'));
  await say(ada, 'Launch at noon');
  await sees(ada, 'Launch at noon');

  await messages(ada, 'Launch at noon').focus();
  await ada.keyboard.press('e');
  await ada.getByRole('textbox', { name: 'Edit message' }).fill('Launch at **dusk**');
  await ada.keyboard.press('Enter');
  await expect(messages(grace, 'Launch at dusk')).toContainText('(edited)');
  await expect(messages(grace, 'Launch at dusk').getByRole('button', { name: /^edited/ })).toHaveCount(0);

  const mark = messages(ada, 'Launch at dusk').getByRole('button', { name: /^edited/ });
  await mark.focus();
  await ada.keyboard.press('Enter');
  const versions = ada.getByRole('list', { name: 'Edit history' }).getByRole('listitem');
  await expect(versions).toHaveText([/^Now.*Launch at dusk$/, /^Original.*Launch at noon$/]);
  await expectNoViolations(ada);
  await ada.keyboard.press('Escape');
  await expect(mark).toBeFocused();

  await messages(ada, 'Launch at dusk').hover();
  await messages(ada, 'Launch at dusk').getByRole('button', { name: 'More actions' }).click();
  await ada.getByRole('menuitem', { name: 'Edit history' }).click();
  await expect(versions).toHaveCount(2);
});
