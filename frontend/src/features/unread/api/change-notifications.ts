import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';
import type { Wish } from './fetch-unread';

export type Wanted = Pick<Wish, 'muted' | 'level'>;

/** `PUT …/notifications` of a channel, or of a server as a whole. */
export async function changeNotifications(
  { serverId, channelId }: Pick<Wish, 'serverId' | 'channelId'>,
  { muted, level }: Wanted,
): Promise<void> {
  await api.call({
    method: 'PUT',
    path:
      channelId === null
        ? path`/api/servers/${serverId}/notifications`
        : path`/api/channels/${channelId}/notifications`,
    body: { muted, ...(level !== null && { level }) },
    answer: z.undefined(),
  });
}
