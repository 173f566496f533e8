import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { createServer, say, sees, signUp, uniqueName } from './people';

async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html).join('\n')}`,
    );
    expect.soft(found, page.url()).toEqual([]);
  }
}

test('no screen has a known barrier, in either theme', async ({ page }) => {
  for (const path of ['/', '/login', '/signup', '/invite/0000000000000000', '/no/such/page']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoViolations(page);
  }
  await signUp(page, uniqueName('ada'));
  await expectNoViolations(page);
  await createServer(page, uniqueName('Open doors'));
  await say(page, 'Hello https://example.org/');
  await sees(page, 'Hello');
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Invite people' }).first().click();
  await expect(page.getByRole('button', { name: 'Copy' })).toBeEnabled();
  await expectNoViolations(page);
});
