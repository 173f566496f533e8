import {
  expect,
  test,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  type TestInfo,
} from '@playwright/test';
import { v7 as uuid } from 'uuid';

export const PASSWORD = 'correct horse battery';

/** A name that nobody else has, in this run or any other. */
export function uniqueName(name: string): string {
  return `${name}-${Date.now().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`;
}

/** The journey that people were made for last, and their browsers. */
let journey: TestInfo | null = null;
let theirs: BrowserContext[] = [];

/**
 * Somebody with a browser of their own, for one journey: with the first one of another journey, those of earlier ones are
 * closed. Left open, they would go on drawing, and ask for what happens, until the last journey has ended.
 */
export async function person(browser: Browser): Promise<Page> {
  if (journey !== test.info()) {
    await Promise.all(theirs.map((context) => context.close()));
    [journey, theirs] = [test.info(), []];
  }
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  theirs.push(context);
  return context.newPage();
}

export async function fillSignUp(page: Page, username: string, email = `${username}@example.org`): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(PASSWORD);
}

export async function signUp(page: Page, username: string): Promise<void> {
  await page.goto('/signup');
  await fillSignUp(page, username);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to WebChat' })).toBeVisible();
}

export async function logIn(page: Page, username: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel(/username/i).fill(username);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { name: 'general', exact: true })).toBeVisible();
}

export async function createServer(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Create a server' }).click();
  await page.getByLabel('Server name').fill(name);
  await page.getByRole('button', { name: 'Create server' }).click();
  await expect(page.getByRole('heading', { name: 'general', exact: true })).toBeVisible();
}

/** Copies an invite link as a user does, and returns its path. */
export async function copyInvite(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Invite people' }).first().click();
  const field = page.getByLabel('Invite link', { exact: true });
  await expect(field).toHaveValue(/invite/);
  const link = await field.inputValue();
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.keyboard.press('Escape');
  return new URL(link).pathname;
}

/** Through the invite page, where somebody without an account makes one and comes back. */
export async function signUpByInvite(page: Page, invite: string, server: string, username: string): Promise<void> {
  await page.goto(invite);
  await expect(page.getByText(server)).toBeVisible();
  await page.getByRole('link', { name: 'Create an account to join' }).click();
  await fillSignUp(page, username);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: `Join ${server}` }).click();
  await expect(page.getByRole('heading', { name: 'general', exact: true })).toBeVisible();
}

export function composer(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Message #general' });
}

export function timeline(page: Page): Locator {
  return page.getByRole('log', { name: 'Messages in general' });
}

export function messages(page: Page, content: string): Locator {
  return timeline(page).getByRole('article').filter({ hasText: content });
}

export async function say(page: Page, content: string): Promise<void> {
  await composer(page).fill(content);
  // Where there are only fingers, Enter begins a line.
  const hasKeys = await page.evaluate(() => !matchMedia('(pointer: coarse) and (hover: none)').matches);
  if (hasKeys) await composer(page).press('Enter');
  else await page.getByRole('button', { name: 'Send message' }).tap();
}

/** The message is there, once, and is no longer on its way. */
export async function sees(page: Page, content: string): Promise<void> {
  await expect(messages(page, content)).toHaveCount(1);
  await expect(messages(page, content)).not.toHaveAttribute('aria-busy', 'true');
}

/** More than are loaded on the way to a message, said as another client would. */
export async function sayMuch(page: Page, username: string, count: number): Promise<void> {
  const login = await page.request.post('/api/auth/login', { data: { login: username, password: PASSWORD } });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const channelId = new URL(page.url()).pathname.split('/')[3];
  for (let number = 1; number <= count; number++) {
    const message = {
      headers: { authorization: `Bearer ${accessToken}` },
      data: { messageId: uuid(), content: `Line ${number}` },
    };
    await expect(async () => {
      const answer = await page.request.post(`/api/channels/${channelId}/messages`, message);
      expect(answer.status()).toBe(201);
    }).toPass({ timeout: 30_000 });
  }
}

/** Names a thread that one has asked for. */
export async function nameThread(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Start thread' });
  await dialog.getByLabel('Name of the thread').fill(name);
  await dialog.getByRole('button', { name: 'Start thread' }).click();
  await expect(dialog).toHaveCount(0);
}
