import type { NextConfig } from 'next';

const here = import.meta.dirname;

const config: NextConfig = {
  output: 'standalone',
  // The lock file of this folder is the root: the standalone server then always lies at .next/standalone/server.js.
  outputFileTracingRoot: here,
  turbopack: { root: here },
  productionBrowserSourceMaps: false,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
};

export default config;
