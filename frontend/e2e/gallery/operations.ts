import type { Page } from '@playwright/test';
import { NOW } from './stage';

const VIEWS: Record<string, [topic: string, rate: number]> = {
  'audit-log': ['webchat.structure', 2],
  bans: ['webchat.structure', 2],
  conversations: ['webchat.structure', 3],
  members: ['webchat.structure', 4],
  mentions: ['webchat.messages', 180],
  reads: ['webchat.reads', 95],
  timeline: ['webchat.messages', 184],
  unread: ['webchat.messages', 178],
  users: ['webchat.users', 1],
};

const LOOK_MILLIS = 3_000;
/** More than a frame, in which what has come is drawn. */
const FRAME_MILLIS = 20;

/** How far behind a view is: usually not at all, with a burst that the timeline works off. */
function lagOf(view: string, topic: string, look: number): number {
  if (topic !== 'webchat.messages') return 0;
  const burst = Math.max(0, 9 - Math.abs(look - 62) * 0.45);
  const own = { timeline: 1, unread: 0.72, mentions: 0.45 }[view] ?? 0;
  return Math.round((burst * own + Math.abs(Math.sin(look * 1.7 + own)) * 0.35) * 10) / 10;
}

function viewsAt(look: number): object[] {
  return Object.entries(VIEWS).map(([view, [topic, usual]], index) => {
    const lagSeconds = lagOf(view, topic, look);
    const rate = Math.round(usual * (1 + Math.sin(look * 0.9 + index) * 0.06) * 10) / 10;
    const end = 48_211 * (index + 3) + look * Math.round(usual * 3);
    const lagRecords = Math.round(lagSeconds * usual);
    const partition = (number: number, lag: number) => ({
      partition: number,
      position: end - lag,
      end,
      lagRecords: lag,
      lagSeconds: lag === 0 ? 0 : lagSeconds,
      rate: rate / 12,
    });
    const partitions = Array.from({ length: 12 }, (_, number) => partition(number, number === 4 ? lagRecords : 0));
    const live = { number: 1, applied: end - lagRecords, end, lagRecords, lagSeconds, rate, partitions };
    return { view, topic, live };
  });
}

/** A platform on whose figures everybody agrees, and which has been watched for so long: each look takes its time. */
export async function watch(page: Page, seenMillis: number): Promise<void> {
  let look = 0;
  await page.route('**/api/operations/views', (route) =>
    route.fulfill({ json: { at: NOW.toISOString(), views: viewsAt(look++) } }),
  );
  await page.route('**/api/operations/alerts', (route) =>
    route.fulfill({
      json: {
        at: NOW.toISOString(),
        source: 'prometheus',
        alerts: [
          {
            name: 'ViewLagging',
            severity: 'warning',
            state: 'pending',
            since: '2026-03-12T09:39:10.000Z',
            summary: 'The view timeline was up to 9 seconds behind the log',
            runbook: 'https://example.org/runbooks/view-lagging',
            labels: { view: 'timeline' },
          },
        ],
      },
    }),
  );
  await page.route('**/api/operations/dead-letters?*', (route) => route.fulfill({ json: { total: 0, letters: [] } }));
  // Whom the environment names; nothing is asked of the services here that would need it.
  await page.route('**/api/auth/refresh', async (route) => {
    const answer = await route.fetch().catch(() => null);
    if (answer === null) return route.abort().catch(() => undefined);
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), scope: 'operator' } });
  });

  await page.clock.install({ time: NOW.getTime() - seenMillis });
  await page.goto('/operations');
  await page.getByText(/^As of/).waitFor();
  await page.clock.pauseAt(NOW.getTime() - seenMillis + LOOK_MILLIS * 2);
  for (let millis = LOOK_MILLIS * 2; millis < seenMillis; millis += LOOK_MILLIS) {
    const before = look;
    await page.clock.runFor(LOOK_MILLIS);
    if (look === before) await page.waitForResponse('**/api/operations/views', { timeout: 2_000 }).catch(() => null);
    await page.clock.runFor(FRAME_MILLIS);
  }
  await page.clock.runFor(FRAME_MILLIS);
}
