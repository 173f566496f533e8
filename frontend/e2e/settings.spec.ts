import { expect, test, type Page } from '@playwright/test';
import {
  composer,
  copyInvite,
  createServer,
  logIn,
  PASSWORD,
  person,
  signUp,
  signUpByInvite,
  uniqueName,
} from './people';

async function mySettings(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Your settings' }).click();
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a changed password logs out every other device, and each device can be logged out alone', async ({ browser }) => {
  test.slow();
  const ada = uniqueName('ada');
  const desk = await person(browser);
  await signUp(desk, ada);
  await createServer(desk, uniqueName('Rocket'));
  const phone = await person(browser);
  await logIn(phone, ada);
  const tablet = await person(browser);
  await logIn(tablet, ada);

  await mySettings(desk, 'Password and devices');
  const devices = desk.getByRole('list', { name: 'Where you are logged in' });
  await expect(devices.getByRole('listitem')).toHaveCount(3);
  await expect(devices.getByText('This browser')).toHaveCount(1);
  await devices
    .getByRole('button', { name: /^Log out/ })
    .first()
    .click();
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  // The place used last comes first, after this browser: the tablet is logged out where it stands.
  await expect(tablet.getByRole('heading', { name: 'Welcome back' })).toBeVisible();

  await desk.getByLabel('Current password').fill('not the password');
  await desk.getByLabel('New password').fill('a wholly different horse');
  await desk.getByRole('button', { name: 'Change password' }).click();
  await expect(desk.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true');
  await desk.getByLabel('Current password').fill(PASSWORD);
  await desk.getByRole('button', { name: 'Change password' }).click();
  await expect(desk.getByText('Saved')).toBeVisible();
  await expect(devices.getByRole('listitem')).toHaveCount(1);

  await expect(phone.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await phone.getByLabel(/username/i).fill(ada);
  await phone.getByLabel('Password').fill(PASSWORD);
  await phone.getByRole('button', { name: 'Log in' }).click();
  await expect(phone.getByText(/is wrong/)).toBeVisible();
  await phone.getByLabel('Password').fill('a wholly different horse');
  await phone.getByRole('button', { name: 'Log in' }).click();
  await expect(composer(phone)).toBeVisible();

  await desk.reload();
  await desk.getByRole('button', { name: 'Log out everywhere' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Log out everywhere' }).click();
  await expect(desk).toHaveURL(/\/login/);
  await expect(phone.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
});

test('those who govern a server let in, keep out, and see who did what', async ({ browser }) => {
  test.slow();
  const [server, eveName] = [uniqueName('Rocket'), uniqueName('eve')];
  const ada = await person(browser);
  await signUp(ada, uniqueName('ada'));
  await createServer(ada, server);
  const eve = await person(browser);
  await signUpByInvite(eve, await copyInvite(ada), server, eveName);

  await test.step('who may not look at a page finds no way to it', async () => {
    await eve.getByRole('button', { name: server }).click();
    await eve.getByRole('menuitem', { name: 'Server settings' }).click();
    await expect(eve.getByRole('link', { name: 'Members' })).toBeVisible();
    await expect(eve.getByRole('link', { name: 'Bans' })).toHaveCount(0);
    await expect(eve.getByRole('link', { name: 'Audit log' })).toHaveCount(0);
    await eve.goto(eve.url().replace('overview', 'audit-log'));
    await expect(eve.getByRole('heading', { name: 'This page is not yours to see' })).toBeVisible();
  });

  await test.step('what a channel denies holds at once', async () => {
    await eve.getByRole('link', { name: /^Back to/ }).click();
    await expect(composer(eve)).toBeVisible();
    await ada.getByRole('button', { name: server }).click();
    await ada.getByRole('menuitem', { name: 'Server settings' }).click();
    await ada.getByRole('link', { name: 'Channel permissions' }).click();
    const send = ada.getByRole('group', { name: 'Send messages' });
    await send.getByRole('radio', { name: 'Deny' }).click({ force: true });
    await expect(send.getByRole('radio', { name: 'Deny' })).toBeChecked();
    await expect(eve.getByText(/Writing here needs a permission/)).toBeVisible();
    await send.getByRole('radio', { name: 'Inherit' }).click({ force: true });
    await expect(send.getByRole('radio', { name: 'Inherit' })).toBeChecked();
    await expect(composer(eve)).toBeVisible();
  });

  await test.step('an invite is made within limits, used, and revoked', async () => {
    await ada.getByRole('link', { name: 'Invites' }).click();
    const invites = ada.getByRole('list', { name: 'Invites' });
    await expect(invites.getByText(/Used once/)).toBeVisible();
    await ada.getByLabel('Lasts').selectOption({ label: '1 hour' });
    await ada.getByLabel('Lets in').selectOption({ label: '5 people' });
    await ada.getByRole('button', { name: 'Create invite' }).click();
    const limited = invites.getByRole('listitem').filter({ hasText: 'Used 0 of 5 times' });
    await expect(limited).toHaveText(/expires in/);
    await limited.getByRole('button', { name: /^Revoke/ }).click();
    await ada.getByRole('dialog').getByRole('button', { name: 'Revoke invite' }).click();
    await expect(limited).toHaveCount(0);
  });

  await test.step('a ban is listed with its reason, and lifted', async () => {
    await ada.getByRole('link', { name: 'Members' }).click();
    await ada.getByRole('button', { name: `Manage ${eveName}` }).click();
    await ada.getByRole('button', { name: 'Ban' }).click();
    await ada.getByLabel('Reason').fill('Sold counterfeit fuel');
    await ada.getByRole('dialog', { name: /^Ban/ }).getByRole('button', { name: 'Ban' }).click();
    await expect(ada.getByText('1 member', { exact: true })).toBeVisible();
    await ada.getByRole('link', { name: 'Bans' }).click();
    await expect(ada.getByRole('list', { name: 'Bans' })).toContainText('Sold counterfeit fuel');
    await ada.getByLabel('Search bans').fill('nobody');
    await expect(ada.getByText(/Nobody who is called that/)).toBeVisible();
    await ada.getByLabel('Search bans').fill('counterfeit');
    await ada.getByRole('button', { name: `Lift ban of ${eveName}` }).click();
    await expect(ada.getByText('Nobody is banned.')).toBeVisible();
  });

  await test.step('the audit log tells all of it', async () => {
    await ada.getByRole('link', { name: 'Audit log' }).click();
    const log = ada.getByRole('list', { name: 'Audit log, the latest first' });
    await expect(log.getByRole('listitem').first()).toContainText(`lifted the ban of ${eveName}`);
    await ada.getByLabel('What').selectOption({ label: 'Member banned' });
    await expect(log.getByRole('listitem')).toHaveCount(1);
    await expect(log).toContainText(`banned ${eveName}`);
    await expect(log).toContainText('Sold counterfeit fuel');
  });
});
