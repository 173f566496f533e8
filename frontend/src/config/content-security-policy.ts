import type { RuntimeConfig } from './runtime-config';

interface Page {
  nonce: string;
  host: string | null;
  development: boolean;
}

/** Scripts run by nonce only, and connections go to the configured services only. */
export function contentSecurityPolicy(config: RuntimeConfig, page: Page): string {
  const connect = new Set(["'self'", ...ownSockets(page.host), ...origins(config)]);
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${page.nonce}' 'strict-dynamic'${page.development ? " 'unsafe-eval'" : ''}`,
    // Dialogs and menus place themselves with style attributes and lock scrolling with a style element.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${[...connect].join(' ')}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Not every browser takes 'self' for the WebSocket of the same host, so it is named. */
function ownSockets(host: string | null): string[] {
  return host !== null && /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host)
    ? [`ws://${host}`, `wss://${host}`]
    : [];
}

function origins(config: RuntimeConfig): string[] {
  return Object.values(config)
    .filter((url) => URL.canParse(url))
    .map((url) => {
      const { protocol, host } = new URL(url);
      return `${protocol}//${host}`;
    });
}
