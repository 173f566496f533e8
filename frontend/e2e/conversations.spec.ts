import { expect, test, type Page } from '@playwright/test';
import { copyInvite, createServer, person, signUp, signUpByInvite, uniqueName } from './people';

/** Remembers what the page shows as notifications of the system; they are shown all the same. */
async function hearNotifications(page: Page): Promise<void> {
  await page.context().grantPermissions(['notifications', 'clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    const shown: { title: string; body: string; closed: boolean }[] = [];
    class Heard extends Notification {
      readonly #entry: { title: string; body: string; closed: boolean };
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        this.#entry = { title, body: options?.body ?? '', closed: false };
        shown.push(this.#entry);
      }
      override close(): void {
        this.#entry.closed = true;
        super.close();
      }
    }
    Object.assign(window, { Notification: Heard, shown });
  });
}

const shown = (page: Page) =>
  page.evaluate(() => (window as unknown as { shown: { title: string; body: string; closed: boolean }[] }).shown);

test('three people talk in a group, which one finds, is called to, and leaves', async ({ browser }) => {
  test.slow();
  const server = uniqueName('Rocket');
  const [adaName, boName, cyName] = [uniqueName('ada'), uniqueName('bo'), uniqueName('cy')];
  const ada = await person(browser);
  await hearNotifications(ada);
  await signUp(ada, adaName);
  await createServer(ada, server);
  const invite = await copyInvite(ada);
  const bo = await person(browser);
  await signUpByInvite(bo, invite, server, boName);
  const cy = await person(browser);
  await signUpByInvite(cy, invite, server, cyName);

  await test.step('a group is begun from the list', async () => {
    await bo.getByRole('link', { name: /^Direct messages/ }).click();
    await bo.getByRole('button', { name: 'New conversation' }).first().click();
    const dialog = bo.getByRole('dialog', { name: 'New conversation' });
    await dialog.getByLabel('Search people').fill(adaName);
    await dialog.getByRole('checkbox', { name: new RegExp(adaName) }).check({ force: true });
    await expect(dialog.getByRole('button', { name: 'Start conversation' })).toBeEnabled();
    await dialog.getByLabel('Search people').fill(cyName);
    await dialog.getByRole('checkbox', { name: new RegExp(cyName) }).check({ force: true });
    await dialog.getByRole('button', { name: 'Start group' }).click();
    await expect(bo.getByRole('heading', { level: 1 })).toContainText(cyName);
  });

  await test.step('who looks elsewhere is called, if they wish to be', async () => {
    await ada.getByRole('button', { name: 'Settings', exact: true }).click();
    await ada.getByRole('menuitem', { name: 'Your settings' }).click();
    await ada.getByRole('link', { name: 'Notifications' }).click();
    await ada.getByRole('switch', { name: 'Desktop notifications' }).click();
    await bo.getByRole('textbox', { name: /^Message/ }).fill('Lunch?');
    await bo.keyboard.press('Enter');
    await expect.poll(() => shown(ada)).toEqual([{ title: boName, body: 'Lunch?', closed: false }]);
  });

  await test.step('the switcher finds it by a part of a name, and what is read there calls no more', async () => {
    await ada.keyboard.press('Control+k');
    await expect(ada.getByRole('combobox', { name: 'Where to?' })).toBeFocused();
    await expect(ada.getByRole('option').first()).toContainText(boName);
    await ada.keyboard.type(`@${cyName.slice(0, 8)}`);
    await expect(ada.getByRole('option').first()).toContainText(boName);
    await ada.keyboard.press('Enter');
    await expect(ada.getByRole('log').getByText('Lunch?')).toBeVisible();
    await expect.poll(async () => (await shown(ada)).map(({ closed }) => closed)).toEqual([true]);
  });

  await test.step('it is named, and left', async () => {
    await ada.getByRole('button', { name: 'More for this group' }).click();
    await ada.getByRole('menuitem', { name: 'Name group' }).click();
    await ada.getByLabel('Group name').fill('Lunch club');
    await ada.getByRole('button', { name: 'Save' }).click();
    await expect(bo.getByRole('heading', { name: 'Lunch club', level: 1 })).toBeVisible();
    await cy.getByRole('link', { name: /^Direct messages/ }).click();
    await cy.getByRole('link', { name: /^Lunch club/ }).click();
    await cy.getByRole('button', { name: 'More for this group' }).click();
    await cy.getByRole('menuitem', { name: 'Leave group' }).click();
    await cy.getByRole('dialog').getByRole('button', { name: 'Leave group' }).click();
    await expect(cy.getByRole('link', { name: /^Lunch club/ })).toHaveCount(0);
    await expect(bo.getByRole('complementary').getByText(cyName)).toHaveCount(0);
  });

  await test.step('who left is brought in again', async () => {
    await bo.getByRole('button', { name: 'More for this group' }).click();
    await bo.getByRole('menuitem', { name: 'Add people' }).click();
    const dialog = bo.getByRole('dialog', { name: 'Add people' });
    await dialog.getByRole('checkbox', { name: new RegExp(cyName) }).check({ force: true });
    await dialog.getByRole('button', { name: 'Add to group' }).click();
    await expect(cy.getByRole('link', { name: /^Lunch club/ })).toBeVisible();
  });

  await test.step('channels and servers are reached by the arrow keys', async () => {
    await ada.keyboard.press('Control+Alt+ArrowDown');
    await expect(ada.getByRole('heading', { name: 'general', exact: true })).toBeVisible();
  });
});
