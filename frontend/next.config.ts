import type { NextConfig } from 'next';

const here = import.meta.dirname;

const config: NextConfig = {
  output: 'standalone',
  // The lock file of this folder is the root: the standalone server then always lies at .next/standalone/server.js.
  outputFileTracingRoot: here,
  turbopack: {
    root: here,
    // Catalogues come taken apart (src/i18n/compiled.ts).
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  productionBrowserSourceMaps: false,
  // `npm run check` looks at the types, once; a build of what was checked need not do so again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // What the server says of a page of the app is which page it is: who comes back to it need not ask again.
  experimental: { staleTimes: { dynamic: 3_600, static: 3_600 } },
  devIndicators: false,
};

export default config;
