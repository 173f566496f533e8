import { path } from '@/http/path';
import { api } from '@/session/browser-session';
import { shownSchema, type Shown } from './fetch-messages';

/** `GET /api/channels/{channelId}/messages/by-id`: one that does not exist is left out. */
export async function fetchMessage(channelId: string, messageId: string, signal: AbortSignal): Promise<Shown> {
  return api.call({
    path: path`/api/channels/${channelId}/messages/by-id?ids=${messageId}`,
    answer: shownSchema,
    signal,
  });
}
