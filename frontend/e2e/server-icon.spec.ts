import { expect, test, type Page } from '@playwright/test';
import { copyInvite, createServer, person, signUp, signUpByInvite, uniqueName } from './people';

/** A picture that a browser has drawn. */
async function picture(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 400 });
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('this browser cannot draw');
    pen.fillStyle = '#26418f';
    pen.fillRect(0, 0, 600, 400);
    pen.fillStyle = '#ffd166';
    pen.beginPath();
    pen.arc(300, 200, 130, 0, 7);
    pen.fill();
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

const inRail = (page: Page, server: string) =>
  page.getByRole('navigation', { name: 'Servers' }).getByRole('link', { name: new RegExp(server) });

test('the icon of a server is chosen, seen by everybody at once, and taken away', async ({ browser }) => {
  test.slow();
  const ada = await person(browser);
  const grace = await person(browser);
  const server = uniqueName('Rocket club');
  await signUp(ada, uniqueName('ada'));
  await createServer(ada, server);
  await signUpByInvite(grace, await copyInvite(ada), server, uniqueName('grace'));
  await expect(inRail(grace, server).locator('img')).toHaveCount(0);

  await ada.getByRole('button', { name: server }).click();
  await ada.getByRole('menuitem', { name: 'Server settings' }).click();
  const input = ada.locator('input[type=file][aria-label="Server icon"]');
  await input.setInputFiles({ name: 'moon.png', mimeType: 'image/png', buffer: await picture(ada) });

  for (const page of [ada, grace]) {
    const icon = inRail(page, server).locator('img');
    await expect(icon).toBeVisible();
    await expect.poll(() => icon.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(256);
  }
  await grace.reload();
  await expect(inRail(grace, server).locator('img')).toBeVisible();

  await input.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(ada.getByText('This image cannot be used.')).toBeVisible();
  await expect(inRail(grace, server).locator('img')).toBeVisible();

  await ada.getByRole('button', { name: 'Remove' }).click();
  await expect(inRail(ada, server).locator('img')).toHaveCount(0);
  await expect(inRail(grace, server).locator('img')).toHaveCount(0);
});
