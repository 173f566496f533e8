import { readRuntimeConfig, type RuntimeConfig } from '@/config/runtime-config';
import { Api } from '@/http/api';
import { ConsistencyTokens } from '@/http/consistency-tokens';
import { refreshSession } from './refresh-session';
import { Session } from './session';
import { exclusivelyAmongTabs } from './tabs';

let config: RuntimeConfig | undefined;

export function runtimeConfig(): RuntimeConfig {
  return (config ??= readRuntimeConfig(document, location));
}

/** The one session of this tab, and the API as its user. Nothing here touches the network before it is asked to. */
export const session = new Session({
  refresh: () => refreshSession(runtimeConfig().authUrl),
  exclusively: exclusivelyAmongTabs,
  now: Date.now,
  random: Math.random,
});

export const consistencyTokens = new ConsistencyTokens();

export const api = new Api(() => runtimeConfig().apiUrl, session, consistencyTokens);

/** The same of one's account. */
export const authApi = new Api(() => runtimeConfig().authUrl, session, consistencyTokens);
