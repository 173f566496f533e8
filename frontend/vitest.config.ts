import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Components are tested in a simulated page; everything else runs without one, and so much faster. */
export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: {
      '@': new URL('./src', import.meta.url).pathname,
      // As in next.config.ts.
      'use-intl/format-message': 'use-intl/format-message/format-only',
    },
  },
  test: {
    server: { deps: { inline: ['use-intl'] } },
    restoreMocks: true,
    // Threads start sooner than processes, which a busy machine may keep waiting until they count as failed.
    pool: 'threads',
    // Pages are rendered whole; what takes one second alone takes seven beside a build on two cores.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'logic', environment: 'node', include: ['src/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['./vitest.setup.ts'],
        },
      },
    ],
  },
});
