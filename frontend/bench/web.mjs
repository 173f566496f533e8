/*
 * What `./webchat bench web` runs: a stranger's first visit to the web app of a running stack, in a real browser with
 * nothing in its cache. How much JavaScript comes before the page has loaded, as it comes over the wire, and when
 * something is seen. Each figure is the median of some visits, after one that is not counted. Then what it is like to
 * use it (use.mjs).
 */
import { chromium } from '@playwright/test';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { person, timeOrdered } from './people.mjs';
import { measureUse, printUse } from './use.mjs';

const VISITS = 5;
const MESSAGES = 30;
const FIRST_PAINT_LIMIT_MILLIS = 1_000;
const LARGEST_PAINT_LIMIT_MILLIS = 1_500;

const { values: options } = parseArgs({
  options: { url: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const origin = options.url ?? 'http://localhost:3000';

function say(line) {
  if (!options.json) process.stdout.write(`${line}\n`);
}

/** Somebody with a channel in which something was said. */
async function prepare(browser) {
  const { post, command, cookies } = await person(browser, origin, 'bench');
  const { serverId, generalChannelId } = await command('/api/servers', { name: 'Benchmark' });
  for (let number = 1; number <= MESSAGES; number++) {
    const message = { messageId: timeOrdered(), content: `Message ${number} of what was said before one came` };
    await post(`/api/channels/${generalChannelId}/messages`, message);
  }
  return { channel: `/channels/${serverId}/${generalChannelId}`, cookies };
}

/** One visit. The cookies change with it: the one that renews the session is good for one renewal. */
async function visit(browser, path, cookies, isThere) {
  const context = await browser.newContext({ locale: 'en-GB', ...(cookies && { storageState: cookies }) });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.largestPaint = null;
      const note = (list) => (window.largestPaint = list.getEntries().at(-1)?.startTime ?? window.largestPaint);
      new PerformanceObserver(note).observe({ type: 'largest-contentful-paint', buffered: true });
    });
    await page.goto(origin + path, { waitUntil: 'load' });
    await isThere(page).waitFor();
    await page.waitForLoadState('networkidle');
    const figures = await page.evaluate(() => {
      const loaded = performance.getEntriesByType('navigation')[0].loadEventStart;
      const scripts = performance
        .getEntriesByType('resource')
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'));
      const bytes = (some) => some.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
      return {
        initialBytes: bytes(scripts.filter(({ startTime }) => startTime < loaded)),
        laterBytes: bytes(scripts.filter(({ startTime }) => startTime >= loaded)),
        firstPaintMillis: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
        largestPaintMillis: window.largestPaint,
      };
    });
    return { figures, cookies: await context.storageState() };
  } finally {
    await context.close();
  }
}

function median(numbers) {
  if (numbers.some((number) => number === null)) throw new Error('the browser has told no time of a paint');
  const sorted = numbers.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.floor((sorted.length - 1) / 2)]);
}

async function measure(browser, { route, limitBytes, path, cookies, isThere }) {
  const visits = [];
  let present = cookies;
  for (let number = 0; number <= VISITS; number++) {
    const visited = await visit(browser, path, present, isThere);
    if (present) present = visited.cookies;
    if (number > 0) visits.push(visited.figures);
  }
  const of = (figure) => median(visits.map((figures) => figures[figure]));
  return {
    route,
    initialJavaScript: { bytes: of('initialBytes'), limitBytes },
    laterJavaScript: { bytes: of('laterBytes') },
    firstContentfulPaint: { millis: of('firstPaintMillis'), limitMillis: FIRST_PAINT_LIMIT_MILLIS },
    largestContentfulPaint: { millis: of('largestPaintMillis'), limitMillis: LARGEST_PAINT_LIMIT_MILLIS },
  };
}

function print({ route, initialJavaScript, laterJavaScript, firstContentfulPaint, largestContentfulPaint }) {
  const kilobytes = (bytes) => `${(bytes / 1_000).toFixed(1)} KB`;
  const verdict = (figure, limit) => (figure <= limit ? 'holds' : 'MISSED');
  const { bytes, limitBytes } = initialJavaScript;
  say('');
  say(`${route}`);
  say(
    `  initial JavaScript, compressed  ${kilobytes(bytes).padStart(10)}  (limit ${limitBytes / 1_000} KB: ${verdict(bytes, limitBytes)});` +
      ` ${kilobytes(laterJavaScript.bytes)} more later`,
  );
  for (const [name, { millis, limitMillis }] of [
    ['first contentful paint', firstContentfulPaint],
    ['largest contentful paint', largestContentfulPaint],
  ]) {
    say(
      `  ${name.padEnd(30)}  ${String(millis).padStart(7)} ms  (limit ${limitMillis} ms: ${verdict(millis, limitMillis)})`,
    );
  }
}

async function run(report) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    report.machine.browser = `Chromium ${browser.version()}`;
    const { cores, memoryMegabytes, loadBefore } = report.machine;
    say(
      `${cores} cores, ${memoryMegabytes} MB of memory, load average ${loadBefore} before; ${report.machine.browser}`,
    );
    say(`first visits with nothing in the cache, medians of ${VISITS}`);
    const { channel, cookies } = await prepare(browser);
    const routes = [
      {
        route: '/login',
        limitBytes: 180_000,
        path: '/login',
        cookies: null,
        isThere: (page) => page.getByRole('button', { name: 'Log in' }),
      },
      {
        route: '/channels/[serverId]/[channelId]',
        limitBytes: 300_000,
        path: channel,
        cookies,
        isThere: (page) => page.getByRole('article').filter({ hasText: `Message ${MESSAGES} ` }),
      },
    ];
    for (const route of routes) {
      const found = await measure(browser, route);
      report.routes.push(found);
      print(found);
    }
    report.use = await measureUse(browser, origin);
    printUse(report.use, say);
  } finally {
    await browser.close();
  }
}

const report = {
  machine: {
    cores: cpus().length,
    memoryMegabytes: Math.round(totalmem() / 1_048_576),
    loadBefore: Math.round(loadavg()[0] * 100) / 100,
  },
  routes: [],
};
try {
  await run(report);
} catch (error) {
  report.error = error.message;
  say(`\nbench web: FAILED: ${error.message}`);
  process.exitCode = 1;
}
if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
