import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './barriers';
import { PASSWORD, signUp, uniqueName } from './people';

/** The stack of these tests is started with OPERATORS naming this one. */
const OPERATOR = process.env['WEBCHAT_OPERATOR'] ?? 'operator';

async function operate(page: Page): Promise<void> {
  const answer = await page.request.post('/api/auth/register', {
    data: { email: `${OPERATOR}@example.org`, username: OPERATOR, password: PASSWORD },
  });
  expect([201, 409]).toContain(answer.status());
  await page.context().clearCookies();
  await page.goto('/operations');
  await expect(page).toHaveURL(/\/login\?next=%2Foperations/);
  await page.getByLabel(/username/i).fill(OPERATOR);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible();
  await expect(page.getByText(/^As of/)).toBeVisible();
}

test('nobody but operators is let in, or shown the way', async ({ page }) => {
  await signUp(page, uniqueName('ada'));
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Your settings' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Operations' })).toHaveCount(0);
  await page.goto('/operations');
  await expect(page.getByRole('heading', { level: 1, name: 'Not for you' })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Go to WebChat' }).click();
  await expect(page).toHaveURL(/\/channels/);
});

test('an operator watches the views, and builds one anew', async ({ page }) => {
  test.slow();
  await operate(page);
  await test.step('the chart and its table are live', async () => {
    await expect(page.getByRole('img', { name: /^Seconds behind of \d+ views/ }).locator('canvas')).toBeVisible();
    for (const view of ['timeline', 'members', 'reads']) {
      await expect(page.getByRole('rowheader', { name: `Partitions of ${view}` })).toBeVisible();
    }
    const asOf = await page.getByText(/^As of/).textContent();
    await expect(page.getByText(/^As of/)).not.toHaveText(asOf ?? '');
    const toggle = page.getByRole('button', { name: 'Partitions of timeline' });
    await toggle.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('table', { name: /^Partitions of timeline/ }).getByRole('row')).toHaveCount(13);
    await page.getByText('The same as a table').click();
    await expect(page.getByRole('table', { name: 'Seconds behind' })).toBeVisible();
    await expect(page.getByText('Set PROMETHEUS_URL for projection-service')).toBeVisible();
    await expectNoViolations(page);
  });
  await test.step('a rebuild is begun, compared, switched to and cleared away', async () => {
    await page.getByLabel('View to build anew').selectOption('bans');
    await page.getByRole('button', { name: 'Build anew' }).click();
    await expectNoViolations(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Build anew' }).click();
    await expect(page.getByRole('progressbar', { name: 'Progress of bans' })).toBeVisible();
    await expect(page.getByText('As far as the one that is read')).toBeVisible({ timeout: 60_000 });
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page.getByText(/^The same: \d+ document/)).toBeVisible();
    await page.getByRole('button', { name: 'Switch to it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Switch to it' }).click();
    await expect(page.getByText(/is kept for going back/)).toBeVisible();
    await page.getByRole('button', { name: 'Remove the former' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the former' }).click();
    await expect(page.getByText('Every view has one generation. Nothing is being built.')).toBeVisible();
  });
  await test.step('figures that do not come are not made up', async () => {
    await page.route('**/api/operations/views', (route) => route.abort());
    await expect(page.getByText(/^No figures since/)).toBeVisible();
    await expectNoViolations(page);
    await page.unroute('**/api/operations/views');
    await expect(page.getByText(/^As of/)).toBeVisible();
  });
  await page.getByRole('link', { name: 'Back to WebChat' }).click();
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Operations' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible();
});

test('what went wrong fits on the smallest phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const letter = {
    id: 'webchat.messages.dlt/3/17',
    at: '2026-05-01T10:00:00.000Z',
    view: 'timeline',
    group: 'webchat-projection-timeline',
    generation: 1,
    source: 'webchat.messages/3/1234',
    type: 'webchat.message.posted.v1',
    key: 'a/b',
    cause: `java.lang.IllegalStateException: ${'there is no such thing '.repeat(8)}`,
    state: 'open',
  };
  await page.route('**/api/operations/dead-letters?*', (route) =>
    route.fulfill({ json: { total: 1, letters: [letter] } }),
  );
  await page.route('**/api/operations/dead-letters/**', (route) =>
    route.fulfill({
      json: { letter, headers: { dlt_view: 'timeline' }, stack: 'at io.webchat', value: { content: 'tea' } },
    }),
  );
  await page.route('**/api/operations/alerts', (route) =>
    route.fulfill({
      json: {
        at: letter.at,
        source: 'prometheus',
        alerts: [
          {
            name: 'DeadLettersGrowing',
            severity: 'critical',
            state: 'firing',
            since: letter.at,
            summary: 'A view could not apply a record',
            runbook: 'https://example.org/runbook',
            labels: { view: 'timeline', instance: 'projection-service-1.example.org:9083' },
          },
        ],
      },
    }),
  );
  await operate(page);
  await expect(page.getByText('A view could not apply a record')).toBeVisible();
  await expect(page.getByRole('button', { name: `Show ${letter.id}` })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectNoViolations(page);
  await page.getByRole('button', { name: `Replay ${letter.id}` }).click();
  await expect(page.getByRole('dialog', { name: 'Replay this record?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `Show ${letter.id}` }).click();
  await expect(page.getByRole('dialog', { name: 'Dead letter' }).getByText('"content": "tea"')).toBeVisible();
  await expectNoViolations(page);
});
