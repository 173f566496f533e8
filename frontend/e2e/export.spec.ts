import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectNoViolations } from './barriers';
import { createServer, say, sees, signUp, uniqueName } from './people';

async function begin(page: Page, server: string): Promise<void> {
  await signUp(page, uniqueName('ada'));
  await createServer(page, server);
  for (const text of ['=1+1 is no formula', 'She said "hello", and left', 'Grüße 🚀']) {
    await say(page, text);
    await sees(page, text);
  }
}

test('a server is saved as a table, where a browser writes no files by itself', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const server = uniqueName('Archive');
  await begin(page, server);
  await page.getByRole('button', { name: server }).click();
  await page.getByRole('menuitem', { name: 'Server settings' }).click();
  await page.getByRole('link', { name: 'Export' }).click();
  await expect(page.getByText('keeps an export in memory')).toBeVisible();
  await page.getByLabel('Format').selectOption('CSV');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${server} \\d{4}-\\d\\d-\\d\\d\\.csv$`));
  const text = await readFile(await download.path(), 'utf8');
  expect(text.match(/^"?kind"?,/gm)).toHaveLength(1);
  expect(text).toContain(`"'=1+1 is no formula"`);
  expect(text).toContain('"She said ""hello"", and left"');
  expect(text).toContain('"Grüße 🚀"');
  await expect(page.getByRole('status').filter({ hasText: 'Saved as' })).toContainText(`${server} `);
  await expect(page.getByText('3 messages, ')).toBeVisible();
  await expectNoViolations(page);
});

test('a channel is written to the file that one picks', async ({ page }) => {
  // A file of the page's own stands for the one that is picked: the dialog is the browser's.
  await page.addInitScript(() => {
    const pick = async () => (await navigator.storage.getDirectory()).getFileHandle('picked', { create: true });
    Object.assign(window, { showSaveFilePicker: pick });
  });
  await begin(page, uniqueName('Archive'));
  await page.getByRole('link', { name: 'general' }).hover();
  await page.getByRole('button', { name: 'More for general' }).click();
  await page.getByRole('menuitem', { name: 'Export messages' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export #general' });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('Saved as general ');
  const text = await page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('picked');
    return (await handle.getFile()).text();
  });
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ kind, content }) => content ?? kind)).toEqual([
    '=1+1 is no formula',
    'She said "hello", and left',
    'Grüße 🚀',
    'end',
  ]);
  expect(lines.at(-1)).toMatchObject({ complete: true, messages: 3 });
});
