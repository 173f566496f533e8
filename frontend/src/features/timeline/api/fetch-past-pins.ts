import type * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';
import { pastShownSchema } from './fetch-past-messages';

/** `GET /api/channels/{channelId}/past/pins`: what was pinned at a moment, the last pinned first. */
export async function fetchPastPins(
  channelId: string,
  at: string,
  signal: AbortSignal,
): Promise<z.infer<typeof pastShownSchema>> {
  const query = new URLSearchParams({ at });
  return api.call({ path: `${path`/api/channels/${channelId}/past/pins`}?${query}`, answer: pastShownSchema, signal });
}
