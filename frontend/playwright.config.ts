import { defineConfig } from '@playwright/test';

const GALLERY = 'gallery.spec.ts';

/**
 * Journeys against a running stack: WEBCHAT_URL says where the web app is, CHROMIUM which browser to use. Browsers are
 * never downloaded. Two files of journeys run beside each other; the pictures are compared alone, when all journeys are
 * green.
 */
export default defineConfig({
  testDir: './e2e',
  // Whoever operates the platform is one person, and the journeys of a file take turns.
  fullyParallel: false,
  workers: 2,
  retries: 0,
  // Of a whole journey on a busy machine; each step has its own, shorter patience. Two browsers, the tests of the API and a
  // platform with two of every service share what may be two cores: signing up has taken twenty seconds there.
  timeout: 240_000,
  expect: {
    timeout: 30_000,
    // Of the gallery: fonts and all that moves are fixed there, so what differs is what was changed.
    toHaveScreenshot: {
      pathTemplate: '{testDir}/../../platform/docs/gallery/{arg}{ext}',
      maxDiffPixelRatio: 0.005,
      animations: 'disabled',
    },
  },
  projects: [
    { name: 'journeys', testIgnore: GALLERY },
    { name: 'gallery', testMatch: GALLERY, dependencies: ['journeys'] },
  ],
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: process.env['WEBCHAT_URL'] ?? 'http://localhost:3000',
    actionTimeout: 30_000,
    locale: 'en-GB',
    // Recording takes a third of the time of a run; `--trace retain-on-failure` asks for it.
    trace: 'off',
    screenshot: 'only-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
