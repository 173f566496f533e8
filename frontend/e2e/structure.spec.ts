import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './barriers';
import { copyInvite, createServer, person, say, signUp, signUpByInvite, uniqueName } from './people';

async function fromServerMenu(page: Page, server: string, item: string): Promise<void> {
  await page.getByRole('button', { name: server }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

function channelLink(page: Page, name: string) {
  return page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name });
}

test('the owner builds a server, and each sees live what they may', async ({ browser }) => {
  test.slow();
  const ada = await person(browser);
  const grace = await person(browser);
  const server = uniqueName('Rocket club');
  const graceName = uniqueName('grace');
  await signUp(ada, uniqueName('ada'));
  await createServer(ada, server);
  await signUpByInvite(grace, await copyInvite(ada), server, graceName);

  await test.step('a category appears with what is in it', async () => {
    await fromServerMenu(ada, server, 'Create category');
    await ada.getByLabel('Category name').fill('Engineering');
    await ada.getByRole('button', { name: 'Create category' }).click();
    await ada.getByRole('button', { name: 'Create a channel in Engineering' }).click();
    await ada.getByLabel('Channel name').fill('engines');
    await ada.getByLabel('Topic').fill('Fuel and fire');
    await ada.getByRole('button', { name: 'Create channel' }).click();
    await expect(ada.getByRole('heading', { name: 'engines', exact: true })).toBeVisible();
    await expect(channelLink(grace, 'engines')).toBeVisible();
    await expect(grace.getByRole('button', { name: 'Engineering', exact: true })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
  });

  await test.step('a name that is taken is refused beside its field', async () => {
    await fromServerMenu(ada, server, 'Create channel');
    await ada.getByLabel('Channel name').fill('Engines');
    await ada.getByRole('button', { name: 'Create channel' }).click();
    await expect(ada.getByLabel('Channel name')).toHaveAttribute('aria-invalid', 'true');
    await ada.getByLabel('Channel name').fill('mission-control');
    await ada.getByLabel('Private channel').click();
    await ada.getByRole('button', { name: 'Create channel' }).click();
    await expect(ada.getByRole('heading', { name: 'mission-control', exact: true })).toBeVisible();
    await expect(ada).toHaveTitle(`#mission-control · ${server} · WebChat`);
    await expect(channelLink(grace, 'mission-control')).toHaveCount(0);
  });

  await test.step('a channel is dragged to another place, which all see', async () => {
    await channelLink(ada, 'general').dragTo(channelLink(ada, 'engines'), { targetPosition: { x: 40, y: 30 } });
    await expect(grace.getByRole('region', { name: 'Engineering' }).getByRole('link')).toHaveText([
      'engines',
      'general',
    ]);
  });

  await test.step('so is a category, with what is in it; and from its menu it comes back', async () => {
    await fromServerMenu(ada, server, 'Create category');
    await ada.getByLabel('Category name').fill('Lounge');
    await ada.getByRole('button', { name: 'Create category' }).click();
    await ada.getByRole('button', { name: 'Create a channel in Lounge' }).click();
    await ada.getByLabel('Channel name').fill('sofa');
    await ada.getByRole('button', { name: 'Create channel' }).click();
    const order = grace.getByRole('navigation', { name: 'Channels' }).getByRole('heading');
    await expect(order).toHaveText(['Engineering', 'Lounge']);

    const engineering = ada.getByRole('region', { name: 'Engineering' });
    await ada
      .getByRole('button', { name: 'Lounge', exact: true })
      .dragTo(engineering, { targetPosition: { x: 40, y: 4 } });
    await expect(order).toHaveText(['Lounge', 'Engineering']);
    const said = ada.getByRole('navigation', { name: 'Channels' }).getByRole('status');
    await expect(said).toHaveText('Lounge now stands first.');
    await expect(grace.getByRole('region', { name: 'Lounge' }).getByRole('link')).toHaveText(['sofa']);
    await expect(grace.getByRole('button', { name: 'Lounge', exact: true }).locator('xpath=../..')).not.toHaveAttribute(
      'draggable',
    );

    await ada.getByRole('button', { name: 'More for Lounge' }).press('Enter');
    await ada.getByRole('menuitem', { name: 'Move down' }).press('Enter');
    await expect(order).toHaveText(['Engineering', 'Lounge']);
    await expect(said).toHaveText('Lounge now stands after Engineering.');
    await expect(ada.getByRole('button', { name: 'More for Lounge' })).toBeFocused();
  });

  await test.step('what is changed right after something else takes nothing of it back', async () => {
    await ada.getByRole('button', { name: 'More for engines' }).click();
    await ada.getByRole('menuitem', { name: 'Edit channel' }).click();
    const second = ada.waitForResponse(
      (response) =>
        response.request().method() === 'PUT' &&
        (response.request().postData() ?? '').includes('send-messages') &&
        response.ok(),
    );
    await ada.getByRole('switch', { name: 'Private channel' }).click();
    await ada.getByRole('switch', { name: 'Read-only' }).click();
    await second;
    await ada.reload();
    await expect(channelLink(ada, 'engines').getByRole('img', { name: 'Private channel' })).toBeVisible();
    await expect(channelLink(grace, 'engines')).toHaveCount(0);

    await ada.getByRole('button', { name: 'More for engines' }).click();
    await ada.getByRole('menuitem', { name: 'Edit channel' }).click();
    await expect(ada.getByRole('switch', { name: 'Read-only' })).toBeChecked();
    await ada.getByRole('switch', { name: 'Private channel' }).click();
    await expect(channelLink(grace, 'engines')).toBeVisible();
    await ada.keyboard.press('Escape');
  });

  await test.step('a role is made, and let in to the private channel', async () => {
    await fromServerMenu(ada, server, 'Server settings');
    await ada.getByRole('link', { name: 'Roles' }).click();
    await ada.getByRole('button', { name: 'Create role' }).click();
    await ada.getByLabel('Role name').fill('Flight crew');
    await ada.getByLabel('Role name').press('Enter');
    await expect(ada.getByText('Saved')).toBeVisible();
    await ada.getByRole('radio', { name: 'Blue' }).click();
    await ada.getByRole('switch', { name: 'Manage channels' }).click();
    await expect(ada.getByRole('switch', { name: 'Manage channels' })).toBeChecked();
    await ada.getByRole('link', { name: `Back to ${server}` }).click();

    await channelLink(ada, 'mission-control').click();
    // One is there: going somewhere closes what is open.
    await expect(ada.getByRole('heading', { level: 1, name: 'mission-control' })).toBeVisible();
    await ada.getByRole('button', { name: 'More for mission-control' }).click();
    await ada.getByRole('menuitem', { name: 'Edit channel' }).click();
    await ada.getByLabel('Let in a role').selectOption({ label: 'Flight crew' });
    await expect(ada.getByRole('list', { name: 'Let in' }).getByText('Flight crew')).toBeVisible();
    await ada.keyboard.press('Escape');
    await expect(ada.getByRole('button', { name: 'More for mission-control' })).toBeFocused();
  });

  await test.step('who manages roles looks at the server as one of them, and nothing of it is sent', async () => {
    await fromServerMenu(ada, server, 'Server settings');
    await ada.getByRole('link', { name: 'Roles' }).click();
    await say(grace, 'Is anybody here?');
    const inRail = (name: string) =>
      ada.getByRole('navigation', { name: 'Servers' }).getByRole('link', { name, exact: true });
    await expect(inRail(`${server}, unread`)).toBeVisible();
    const commands: string[] = [];
    ada.on('request', (request) => {
      if (request.method() !== 'GET') commands.push(`${request.method()} ${request.url()}`);
    });

    await ada.getByRole('button', { name: /^Everyone/ }).click();
    await ada.getByRole('button', { name: 'View server as this role' }).click();
    await expect(ada.getByText('You see this server as @Everyone.')).toBeVisible();
    await expect(channelLink(ada, 'engines')).toBeVisible();
    // A role has read nothing, and nothing waits for it.
    await expect(inRail(server)).toBeVisible();
    await expect(channelLink(ada, 'mission-control')).toHaveCount(0);
    await expect(ada.getByRole('button', { name: 'Create a channel in Engineering' })).toHaveCount(0);
    await channelLink(ada, 'general').click();
    await expect(ada.getByText('Whoever has this role may write in #general. You only look.')).toBeVisible();
    await expect(ada.getByRole('textbox', { name: 'Message #general' })).toHaveCount(0);
    await channelLink(ada, 'engines').click();
    // It is read-only, for those who may not manage it.
    await expect(ada.getByText(/Writing here needs a permission/)).toBeVisible();
    await expectNoViolations(ada);
    await ada.keyboard.press('Escape');
    await expect(ada.getByText('You see this server as @Everyone.')).toHaveCount(0);
    await expect(inRail(`${server}, unread`)).toBeVisible();
    await expect(ada.getByRole('button', { name: 'View server as this role' })).toBeFocused();

    await ada.getByRole('button', { name: /^Flight crew/ }).click();
    await ada.getByRole('button', { name: 'View server as this role' }).click();
    await channelLink(ada, 'mission-control').click();
    // One is there: going somewhere closes what is open.
    await expect(ada.getByRole('heading', { level: 1, name: 'mission-control' })).toBeVisible();
    await ada.getByRole('button', { name: 'Create a channel in Engineering' }).click();
    await ada.getByLabel('Channel name').fill('not-to-be');
    await ada.getByRole('button', { name: 'Create channel' }).click();
    await expect(ada.getByRole('alert')).toContainText('Nothing was changed');
    await ada.keyboard.press('Escape');
    await expect(ada.getByRole('dialog')).toHaveCount(0);
    await expect(ada.getByText('1 action was not carried out.')).toBeVisible();
    await ada.getByRole('button', { name: 'Stop' }).click();
    await expect(ada.getByRole('region', { name: 'Flight crew' })).toBeVisible();
    expect(commands).toEqual([]);
    await ada.getByRole('link', { name: `Back to ${server}` }).click();
    await channelLink(ada, 'mission-control').click();
    // One is there: going somewhere closes what is open.
    await expect(ada.getByRole('heading', { level: 1, name: 'mission-control' })).toBeVisible();
  });

  await test.step('who is given the role sees the channel at once, and may manage it', async () => {
    const graceInList = ada.getByRole('complementary').getByRole('button', { name: graceName });
    await expect(graceInList).toHaveCount(0);
    await channelLink(ada, 'general').click();
    await graceInList.click();
    await ada.getByRole('button', { name: `Give ${graceName} a role` }).click();
    await ada.getByRole('menuitem', { name: 'Flight crew' }).click();
    await expect(channelLink(grace, 'mission-control')).toBeVisible();
    await expect(grace.getByRole('complementary').getByRole('heading', { name: /Flight crew/ })).toBeVisible();
    await channelLink(grace, 'mission-control').click();
    // One is there: going somewhere closes what is open.
    await expect(grace.getByRole('heading', { level: 1, name: 'mission-control' })).toBeVisible();
    await grace.getByRole('button', { name: 'More for mission-control' }).click();
    await expect(grace.getByRole('menuitem', { name: 'Edit channel' })).toBeVisible();
    await grace.keyboard.press('Escape');
  });

  await test.step('who is timed out is told so where they would write', async () => {
    await ada.getByRole('button', { name: 'Time out' }).click();
    await ada
      .getByRole('dialog', { name: /Time out/ })
      .getByRole('button', { name: 'Time out' })
      .click();
    await expect(grace.getByText(/You are timed out until/)).toBeVisible();
    await ada.getByRole('complementary').getByRole('button', { name: graceName }).click();
    await ada.getByRole('button', { name: 'End time-out' }).click();
    await expect(grace.getByRole('textbox', { name: 'Message #mission-control' })).toBeVisible();
  });

  await test.step('who loses the role loses the channel, at once', async () => {
    await ada.getByRole('button', { name: 'Take the role Flight crew' }).click();
    await expect(channelLink(grace, 'mission-control')).toHaveCount(0);
    await expect(grace.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
    await ada.keyboard.press('Escape');
  });

  await test.step('who has lost a channel finds the way out, on a phone and at the next visit', async () => {
    const desk = grace.viewportSize() ?? { width: 1280, height: 720 };
    await grace.setViewportSize({ width: 375, height: 740 });
    await grace.getByRole('button', { name: 'Servers and settings' }).click();
    await expect(channelLink(grace, 'engines')).toBeVisible();
    await grace.setViewportSize(desk);
    await grace.getByRole('link', { name: 'Go to your servers' }).click();
    await expect(grace.getByRole('heading', { level: 1, name: /^(engines|general)$/ })).toBeVisible();
  });

  await test.step('the server is renamed, and deleted with its name typed', async () => {
    await fromServerMenu(ada, server, 'Server settings');
    await ada.getByLabel('Server name').fill(`${server} II`);
    await ada.getByLabel('Server name').press('Enter');
    await expect(grace.getByRole('button', { name: `${server} II` })).toBeVisible();
    await ada.getByRole('button', { name: 'Delete server' }).click();
    const dialog = ada.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Delete server' })).toBeDisabled();
    await dialog.getByRole('textbox').fill(`${server} II`);
    await dialog.getByRole('button', { name: 'Delete server' }).click();
    await expect(ada.getByRole('heading', { name: 'Welcome to WebChat' })).toBeVisible();
    await expect(grace.getByRole('link', { name: `${server} II` })).toHaveCount(0);
    await expect(grace.getByRole('heading', { name: `You are no longer in ${server} II` })).toBeVisible();
  });
});
