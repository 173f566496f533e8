import { z } from 'zod';

/**
 * Where the services are, as the browser sees them. An empty URL means the page's own origin, which is what a deployment
 * behind the gateway uses.
 */
export const runtimeConfigSchema = z.object({ apiUrl: z.string(), authUrl: z.string(), wsUrl: z.string() });

export type RuntimeConfig = z.infer<typeof runtimeConfigSchema>;

export const RUNTIME_CONFIG_ELEMENT_ID = 'webchat-config';

/** Reads what the root layout put into the page. */
export function readRuntimeConfig(page: Document, location: Location): RuntimeConfig {
  const text = page.getElementById(RUNTIME_CONFIG_ELEMENT_ID)?.textContent;
  const config = runtimeConfigSchema.parse(JSON.parse(text ?? '{}'));
  return { ...config, wsUrl: config.wsUrl || `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws` };
}
