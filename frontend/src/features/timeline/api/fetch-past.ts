import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const answer = z.object({
  createdAt: z.string(),
  /** Empty for that of a conversation without one. */
  name: z.string(),
  topic: orNull(z.string()),
});

export type ChannelThen = z.infer<typeof answer>;

/** `GET /api/channels/{channelId}/past`: what a channel was called at a moment, and what it was about. */
export async function fetchPast(channelId: string, at: string, signal: AbortSignal): Promise<ChannelThen> {
  const query = new URLSearchParams({ at });
  return api.call({ path: `${path`/api/channels/${channelId}/past`}?${query}`, answer, signal });
}
