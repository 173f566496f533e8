import type { RuntimeConfig } from './runtime-config';

/** Reads the configuration of the running server process. */
export function serverRuntimeConfig(): RuntimeConfig {
  return {
    apiUrl: variable('NEXT_PUBLIC_API_URL').replace(/\/+$/, ''),
    authUrl: variable('NEXT_PUBLIC_AUTH_URL').replace(/\/+$/, ''),
    wsUrl: variable('NEXT_PUBLIC_WS_URL'),
    sentryDsn: variable('NEXT_PUBLIC_SENTRY_DSN'),
  };
}

/**
 * The name must stay a variable: the build replaces every literal `process.env.NEXT_PUBLIC_…` by its value at build time,
 * and this is about the value at start.
 */
function variable(name: string): string {
  return (process.env[name] ?? '').trim();
}
