import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';

/** When all pictures are taken. */
export const NOW = new Date('2026-03-12T09:41:00.000Z');

/** When what nobody dates was: it would be another time in every run. */
const ONCE = '2026-03-09T09:00:00.000Z';

/** What is told otherwise than it is, so that every run tells the same. */
export interface Story {
  /** The end of all usernames, so that they are nobody else's. */
  suffix: string;
  /** When each message was said. */
  times: ReadonlyMap<string, string>;
  /** When something was last said: in a thread, by its message, and in a channel. */
  latest: ReadonlyMap<string, string>;
  presences: ReadonlyMap<string, string>;
}

interface Staging {
  /** Null where no service is asked. */
  story: Story | null;
  /** Whether time passes as the page says; it stands still otherwise. */
  moving?: boolean;
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** The fonts of the pictures, which are the same wherever they are taken; the app itself takes those of the system. */
const FACES = [
  { family: 'Gallery', weight: '100 900', path: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2' },
  {
    family: 'Gallery Mono',
    weight: '400',
    path: '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2',
  },
  { family: 'Gallery Emoji', weight: '400', path: 'twemoji-colr-font/twemoji.woff2' },
];
const FONTS = '/gallery-fonts/';
const PACKAGES = join(import.meta.dirname, '..', '..', 'node_modules');

/** Runs in each page before anything else does. */
function dress({ faces, fonts }: { faces: typeof FACES; fonts: string }): void {
  for (const { family, weight, path } of faces) {
    const face = new FontFace(family, `url(${fonts}${path})`, { weight });
    document.fonts.add(face);
    // What cannot be had is missed when all is to be there.
    face.load().catch(() => undefined);
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root {
    --font: 'Gallery', 'Gallery Emoji', sans-serif !important;
    --font-mono: 'Gallery Mono', 'Gallery Emoji', monospace !important;
  }`);
  document.adoptedStyleSheets = [sheet];
}

/** The same fonts and the same time in every page of a context, and no word of what differs from run to run. */
export async function setStage(context: BrowserContext, { story, moving = false }: Staging): Promise<void> {
  if (!moving) await context.clock.setFixedTime(NOW);
  await context.addInitScript(dress, { faces: FACES, fonts: FONTS });
  await context.route(`**${FONTS}**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(FONTS.length);
    return route.fulfill({ path: join(PACKAGES, path), contentType: 'font/woff2' });
  });
  if (story === null) return;
  await context.route('**/api/**', async (route) => {
    const answer = await route.fetch().catch(() => null);
    // Who has gone elsewhere meanwhile waits for nothing.
    if (answer === null) return route.abort().catch(() => undefined);
    const headers: Record<string, string> = { ...answer.headers(), date: NOW.toUTCString() };
    const isJson = (headers['content-type'] ?? '').includes('json');
    if (!isJson) return route.fulfill({ response: answer, headers });
    return route.fulfill({ response: answer, headers, json: told(await answer.json(), story) });
  });
  await context.routeWebSocket(/\/ws(\?|$)/, (socket) => {
    socket.connectToServer().onMessage((frame) => {
      const read = told(JSON.parse(String(frame)), story) as { op: string; users?: unknown };
      // Of whom the story does not tell, the services do.
      if (read.op === 'presence_changed' && story.presences.size > 0) return;
      if (read.op === 'presences' && story.presences.size > 0) {
        read.users = [...story.presences].map(([userId, status]) => ({ userId, status }));
      }
      socket.send(JSON.stringify(read));
    });
  });
}

/** Ends it; what is still asked for by then concerns nobody. */
export async function leaveStage(context: BrowserContext): Promise<void> {
  for (const staged of [...context.pages(), context]) await staged.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
}

/** What a service says, with the times of the story in place of those of this run, and names that are nobody else's. */
function told(value: unknown, story: Story): unknown {
  if (typeof value === 'string') {
    return ISO.test(value) ? moment(value) : value.replaceAll(story.suffix, '');
  }
  if (Array.isArray(value)) return value.map((each) => told(each, story));
  if (typeof value !== 'object' || value === null) return value;
  const { messageId, id, channelId, userId } = value as Record<string, string>;
  const entries = Object.entries(value).map(([key, inside]): [string, unknown] => {
    const said = key === 'at' && messageId !== undefined && story.times.get(messageId);
    if (said) return [key, said];
    const last = key === 'lastPostAt' ? id : key === 'lastMessageAt' ? channelId : undefined;
    if (last !== undefined && inside !== null) return [key, story.latest.get(last) ?? ONCE];
    if (key === 'presence' && userId !== undefined) return [key, story.presences.get(userId)];
    return [key, told(inside, story)];
  });
  return Object.fromEntries(entries);
}

/** What is still to come is as far away as it is. */
function moment(at: string): string {
  const ahead = Date.parse(at) - Date.now();
  return ahead > 0 ? new Date(NOW.getTime() + ahead).toISOString() : ONCE;
}

/** All is there: what was asked for, fonts and pictures. */
export async function settled(page: Page): Promise<void> {
  // Pictures that are still to be asked for are not in the page yet.
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"]') === null &&
      [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0) &&
      [...document.fonts].every(({ status }) => status === 'loaded'),
  );
}
