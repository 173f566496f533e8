import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './barriers';
import { createServer, PASSWORD, say, sees, signUp, uniqueName } from './people';

const PHONE = { width: 375, height: 740 };
const DESK = { width: 1280, height: 800 };

/** Words that stick out of the screen, or of the control that they are in; what ends in an ellipsis is meant to. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isScrolled = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || isScrolled(element.parentElement));
    return [...document.querySelectorAll<HTMLElement>('h1, h2, h3, p, a, button, label, legend, dt, dd, option')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => !element.classList.contains('visually-hidden') && element.textContent.trim() !== '')
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        if (width === 0) return false;
        const cut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline';
        const ends = getComputedStyle(element).textOverflow === 'ellipsis' || element.querySelector('input') !== null;
        const out = (left < -1 || right > innerWidth + 1) && !isScrolled(element.parentElement);
        return out || (cut && !ends);
      })
      .map((element) => element.textContent.trim());
  });
}

async function expectToFit(page: Page): Promise<void> {
  await page.setViewportSize(PHONE);
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: page.url() })
    .toBe(PHONE.width);
  await expect.poll(() => overflowing(page), { message: page.url() }).toEqual([]);
}

test.describe('somebody whose browser speaks German', () => {
  test.use({ locale: 'de-DE' });

  test('finds everything in German, from the first answer on, on a phone too', async ({ page, request }) => {
    test.slow();
    const answer = await (await request.get('/login', { headers: { 'accept-language': 'de-DE,de;q=0.9' } })).text();
    expect(answer).toContain('<html lang="de" dir="ltr"');
    expect(answer).toContain('Willkommen zurück');
    expect(answer).toContain('<title>Anmelden · WebChat</title>');

    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));

    for (const path of ['/', '/login', '/no/such/page']) {
      await page.setViewportSize(DESK);
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoViolations(page);
      await expectToFit(page);
    }

    await page.setViewportSize(DESK);
    await page.goto('/signup');
    const ada = uniqueName('ada');
    await page.getByLabel('E-Mail-Adresse').fill('nirgendwo');
    await page.getByLabel('Benutzername').fill(ada);
    await page.getByLabel('Passwort').fill(PASSWORD);
    await page.getByRole('button', { name: 'Konto erstellen' }).click();
    await expect(page.getByText('Gib eine gültige E-Mail-Adresse ein.')).toBeVisible();
    await page.getByLabel('E-Mail-Adresse').fill(`${ada}@example.org`);
    await page.getByRole('button', { name: 'Konto erstellen' }).click();
    await expect(page.getByRole('heading', { name: 'Willkommen bei WebChat' })).toBeVisible();
    await expectNoViolations(page);
    await expectToFit(page);
    await page.setViewportSize(DESK);

    await page.getByRole('main').getByRole('button', { name: 'Server erstellen' }).click();
    await page.getByLabel('Name des Servers').fill('Raketenclub');
    await page.getByRole('dialog').getByRole('button', { name: 'Server erstellen' }).click();
    await expect(page.getByRole('heading', { name: 'Willkommen in #general' })).toBeVisible();
    const field = page.getByRole('textbox', { name: 'Nachricht an #general' });
    await field.fill('Schöne Grüße');
    await field.press('Enter');
    const log = page.getByRole('log', { name: 'Nachrichten in general' });
    await expect(log.getByRole('article').filter({ hasText: 'Schöne Grüße' })).toHaveCount(1);
    await expect(log.getByRole('button', { name: 'Heute' })).toHaveText('Heute');
    await expectNoViolations(page);
    await expectToFit(page);
    await page.setViewportSize(DESK);

    const server = /(\/channels\/[^/]+)\//.exec(page.url())?.[1] ?? '';
    const settings = {
      '/channels/settings/account': 'Konto',
      '/channels/settings/security': 'Passwort und Geräte',
      '/channels/settings/appearance': 'Darstellung',
      '/channels/settings/notifications': 'Benachrichtigungen',
      [`${server}/settings/overview`]: 'Übersicht',
      [`${server}/settings/roles`]: 'Rollen',
      [`${server}/settings/members`]: 'Mitglieder',
      [`${server}/settings/permissions`]: 'Kanalberechtigungen',
      [`${server}/settings/invites`]: 'Einladungen',
      [`${server}/settings/bans`]: 'Sperren',
      [`${server}/settings/audit-log`]: 'Protokoll',
    };
    for (const [path, title] of Object.entries(settings)) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await expectToFit(page);
      await page.setViewportSize(DESK);
    }
    await expect(page.getByText(`${ada} hat den Server erstellt`)).toBeVisible();
    await expectNoViolations(page);
    // What a page that does not exist is answered with is told by the browser, and is meant; so is what is asked again.
    expect(problems.filter((problem) => !/status of (401|404|503)/.test(problem))).toEqual([]);
  });
});

test('a language is chosen without losing anything, and stays chosen', async ({ page }) => {
  await signUp(page, uniqueName('ada'));
  await createServer(page, uniqueName('Rocket'));
  await say(page, 'Hello');
  await sees(page, 'Hello');
  await page.getByRole('textbox', { name: 'Message #general' }).fill('not yet sent');

  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Your settings' }).click();
  await page.getByRole('link', { name: 'Appearance' }).click();
  await page.getByLabel('Language').selectOption({ label: 'Deutsch' });
  await expect(page.getByRole('heading', { level: 1, name: 'Darstellung' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page).toHaveTitle('Darstellung · Einstellungen · WebChat');

  // No page was loaded meanwhile: what one was about to write is still there.
  await page.getByRole('link', { name: 'Zurück zu Einstellungen' }).click();
  await expect(page.getByRole('textbox', { name: 'Nachricht an #general' })).toHaveValue('not yet sent');

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Nachricht an #general' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');

  await page.goto('/channels/settings/appearance');
  await page.getByLabel('Sprache').selectOption({ label: 'Wie der Browser' });
  await expect(page.getByRole('heading', { level: 1, name: 'Appearance' })).toBeVisible();
});

test('from right to left everything is mirrored, and what people wrote keeps its own direction', async ({ page }) => {
  await page.setViewportSize(DESK);
  await signUp(page, uniqueName('ada'));
  await createServer(page, uniqueName('Rocket'));
  await say(page, 'Hello');
  await say(page, 'שלום לכולם');
  await sees(page, 'שלום');

  const left = async (name: string) =>
    (await page.getByRole('navigation', { name, exact: true }).boundingBox())?.x ?? NaN;
  expect(await left('Servers')).toBeLessThan(await left('Channels'));
  // There is no language yet that is written so; its direction is all that a page takes from it here.
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));

  expect(await left('Servers')).toBeGreaterThan(await left('Channels'));
  const box = async (name: string) => (await page.getByRole('button', { name }).first().boundingBox())?.x ?? NaN;
  const field = await page.getByRole('textbox', { name: 'Message #general' }).boundingBox();
  expect(await box('Send message')).toBeLessThan(field?.x ?? NaN);
  expect(await box('Attach files')).toBeGreaterThan(field?.x ?? NaN);
  const directions = await page.evaluate(() =>
    [...document.querySelectorAll('article [dir="auto"]')]
      .filter((element) => /Hello|שלום/.test(element.textContent))
      .map((element) => getComputedStyle(element).direction),
  );
  expect(directions).toEqual(['ltr', 'rtl']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(DESK.width);
});
