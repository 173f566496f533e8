import { path } from '@/http/path';
import { api } from '@/session/browser-session';
import { shownSchema, type Shown } from './fetch-messages';

/** `GET /api/channels/{channelId}/pins`: the last pinned first. */
export async function fetchPins(channelId: string, signal: AbortSignal): Promise<Shown> {
  return api.call({ path: path`/api/channels/${channelId}/pins`, answer: shownSchema, signal });
}
