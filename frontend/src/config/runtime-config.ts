import { membersOf, textOf } from '@/http/json';

/**
 * Where the services are, as the browser sees them. An empty URL means the page's own origin, which is what a deployment
 * behind the gateway uses.
 */
export interface RuntimeConfig {
  apiUrl: string;
  authUrl: string;
  wsUrl: string;
  /** Where errors are reported, as Sentry names it; empty for nowhere. */
  sentryDsn: string;
}

export const RUNTIME_CONFIG_ELEMENT_ID = 'webchat-config';

/** Reads what the root layout put into the page. */
export function readRuntimeConfig(page: Document, location: Location): RuntimeConfig {
  const text = page.getElementById(RUNTIME_CONFIG_ELEMENT_ID)?.textContent;
  const { apiUrl, authUrl, wsUrl, sentryDsn } = membersOf(JSON.parse(text ?? '{}'));
  const sockets = textOf(wsUrl) || `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`;
  return { apiUrl: textOf(apiUrl), authUrl: textOf(authUrl), wsUrl: sockets, sentryDsn: textOf(sentryDsn) };
}
