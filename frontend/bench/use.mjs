/*
 * What it is like to use the web app, for somebody who is in a channel: how long the page takes to show what one does, how
 * long it takes to be in another channel that one has been in before, and whether the page stops while many messages arrive.
 */
import { person, timeOrdered } from './people.mjs';

const INTERACTION_LIMIT_MILLIS = 100;
const SWITCH_LIMIT_MILLIS = 100;
const LONG_TASK_LIMIT_MILLIS = 100;
const ROUNDS = 5;
const SWITCHES = 40;
const WARM_UP = 4;
const ARRIVING = 10_000;
const RATE_PER_SECOND = 200;
const TICK_MILLIS = 50;
const ARRIVAL_PATIENCE_MILLIS = 120_000;

export async function measureUse(browser, origin) {
  const reader = await person(browser, origin, 'bench-reader');
  const writer = await person(browser, origin, 'bench-writer');
  const { serverId, generalChannelId } = await reader.command('/api/servers', { name: 'Benchmark' });
  const { channelId } = await reader.command(`/api/servers/${serverId}/channels`, { name: 'other' });
  const { code } = await reader.command(`/api/servers/${serverId}/invites`, {});
  await writer.command(`/api/invites/${code}/join`, {});
  for (const [id, name] of [
    [generalChannelId, 'general'],
    [channelId, 'other'],
  ]) {
    for (let number = 1; number <= 60; number++) {
      const content = `Message ${number} in ${name}, long enough to fill some part of a line`;
      await reader.post(`/api/channels/${id}/messages`, { messageId: timeOrdered(), content });
    }
  }

  const context = await browser.newContext({ locale: 'en-GB', storageState: reader.cookies });
  try {
    const page = await context.newPage();
    await page.addInitScript(observe);
    await page.goto(`${origin}/channels/${serverId}/${generalChannelId}`);
    await page.getByRole('article').filter({ hasText: 'Message 60 in general' }).waitFor();
    await page.waitForLoadState('networkidle');
    return {
      interaction: await measureInteraction(page),
      channelSwitch: await measureSwitch(page),
      arrival: await measureArrival(page, (content) =>
        writer.post(`/api/channels/${generalChannelId}/messages`, { messageId: timeOrdered(), content }),
      ),
    };
  } finally {
    await context.close();
  }
}

/** In the page: notes what the browser tells of interactions and of long tasks, and when a channel is on the screen. */
function observe() {
  const seen = { interactions: {}, longTasks: [], switches: [] };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name, startTime, processingEnd } of list.getEntries()) {
      if (!interactionId) continue;
      const known = seen.interactions[interactionId] ?? { duration: 0, handled: 0 };
      const handled = Math.max(known.handled, processingEnd - startTime);
      seen.interactions[interactionId] =
        duration > known.duration ? { duration, name, handled } : { ...known, handled };
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });

  let going = null;
  addEventListener(
    'click',
    (event) => {
      const link = event.target.closest?.('nav a[href^="/channels/"]');
      if (link) going = { since: event.timeStamp, name: link.textContent.split(',')[0].trim() };
    },
    true,
  );
  const look = () => {
    if (going === null || document.querySelector('main h1')?.textContent !== going.name) return;
    const shown = [...document.querySelectorAll('main [role="log"] article')].some((article) =>
      article.textContent.includes(` in ${going.name},`),
    );
    if (!shown) return;
    const { since } = going;
    going = null;
    // After the frame that shows it.
    requestAnimationFrame(() => setTimeout(() => seen.switches.push(performance.now() - since)));
  };
  addEventListener('DOMContentLoaded', () =>
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true }),
  );
}

/** As the browser tells it (Event Timing): the slowest from the input to the next frame, one in fifty left out. */
async function measureInteraction(page) {
  const composer = page.getByRole('textbox', { name: 'Message #general' });
  const menu = page.getByRole('button', { name: 'More for general' });
  const people = page.getByRole('button', { name: /members/i }).last();
  await page.evaluate(() => (window.seen.interactions = {}));
  const before = await page.evaluate(() => performance.interactionCount);
  for (let round = 1; round <= ROUNDS; round++) {
    await composer.click();
    await composer.pressSequentially('Hello', { delay: 30 });
    await composer.press('Enter');
    await page
      .getByRole('article')
      .filter({ hasText: 'Hello' })
      .nth(round - 1)
      .waitFor();
    await menu.click();
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').pressSequentially('oth', { delay: 30 });
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await people.click();
    await people.click();
  }
  // What the browser tells comes after the frame that it tells of.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const { told, count } = await page.evaluate(() => ({
    told: Object.values(window.seen.interactions),
    count: performance.interactionCount,
  }));
  const slowest = told.toSorted((one, other) => other.duration - one.duration);
  const interactions = count - before;
  const counted = slowest[Math.min(slowest.length - 1, Math.floor(interactions / 50))];
  return {
    handledMillis: Math.round(Math.max(0, ...told.map(({ handled }) => handled))),
    millis: counted?.duration ?? 0,
    limitMillis: INTERACTION_LIMIT_MILLIS,
    interactions,
    slowest: slowest[0] ?? null,
  };
}

async function measureSwitch(page) {
  const channels = page.getByRole('navigation', { name: 'Channels' });
  for (let number = 0; number < WARM_UP + SWITCHES; number++) {
    const name = number % 2 === 0 ? 'other' : 'general';
    await channels.getByRole('link', { name }).click();
    await page.waitForFunction((count) => window.seen.switches.length === count, number + 1);
  }
  const times = await page.evaluate((from) => window.seen.switches.slice(from), WARM_UP);
  const sorted = times.toSorted((one, other) => one - other);
  const part = (share) => Math.round(sorted[Math.ceil(sorted.length * share) - 1]);
  return { p50Millis: part(0.5), p95Millis: part(0.95), limitMillis: SWITCH_LIMIT_MILLIS, switches: sorted.length };
}

/** Messages of somebody else arrive at a steady rate, whatever the answers to those before. */
async function measureArrival(page, post) {
  await page.evaluate(() => (window.seen.longTasks = []));
  const begin = performance.now();
  const underWay = [];
  let failed = 0;
  for (let sent = 0; sent < ARRIVING;) {
    const due = Math.min(ARRIVING, Math.floor(((performance.now() - begin) / 1_000) * RATE_PER_SECOND));
    for (; sent < due; sent++) underWay.push(post(`Arriving ${sent + 1}.`).catch(() => failed++));
    await new Promise((resolve) => setTimeout(resolve, TICK_MILLIS));
  }
  const seconds = (performance.now() - begin) / 1_000;
  await Promise.all(underWay);
  const last = 'Arriving at last.';
  await post(last);
  const answered = performance.now();
  await page.getByRole('article').filter({ hasText: last }).waitFor({ timeout: ARRIVAL_PATIENCE_MILLIS });
  const longTasks = await page.evaluate(() => window.seen.longTasks);
  return {
    messages: ARRIVING - failed,
    failed,
    perSecond: Math.round(ARRIVING / seconds),
    lastSeenAfterMillis: Math.round(performance.now() - answered),
    longestTaskMillis: Math.round(Math.max(0, ...longTasks)),
    limitMillis: LONG_TASK_LIMIT_MILLIS,
    tasksOverLimit: longTasks.filter((duration) => duration > LONG_TASK_LIMIT_MILLIS).length,
    tasksOver50Millis: longTasks.length,
  };
}

export function printUse({ interaction, channelSwitch, arrival }, say) {
  const line = (name, millis, limit, more) =>
    say(
      `  ${name.padEnd(30)}  ${String(millis).padStart(7)} ms  (limit ${limit} ms: ${millis <= limit ? 'holds' : 'MISSED'}); ${more}`,
    );
  say('');
  say('in a channel');
  const { slowest } = interaction;
  line(
    'interaction to next frame',
    interaction.millis,
    interaction.limitMillis,
    `until the page had done its part ${interaction.handledMillis} ms at most; ${interaction.interactions} interactions${slowest ? `, slowest ${slowest.duration} ms (${slowest.name})` : ''}`,
  );
  line(
    'channel switch, cached, p95',
    channelSwitch.p95Millis,
    channelSwitch.limitMillis,
    `p50 ${channelSwitch.p50Millis} ms, ${channelSwitch.switches} switches`,
  );
  line(
    'longest task while arriving',
    arrival.longestTaskMillis,
    arrival.limitMillis,
    `${arrival.messages} messages at ${arrival.perSecond}/s, ${arrival.failed} refused; ` +
      `${arrival.tasksOver50Millis} tasks over 50 ms, ${arrival.tasksOverLimit} over the limit; ` +
      `the last one was seen after ${arrival.lastSeenAfterMillis} ms`,
  );
}
