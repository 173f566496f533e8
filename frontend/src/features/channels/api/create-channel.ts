import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const answer = z.object({ channelId: z.string() });

export interface NewChannel {
  name: string;
  topic?: string;
  categoryId?: string;
  isPrivate?: boolean;
}

/** `POST /api/servers/{serverId}/channels` */
export async function createChannel(serverId: string, channel: NewChannel, idempotencyKey: string): Promise<string> {
  return (
    await api.call({
      method: 'POST',
      path: path`/api/servers/${serverId}/channels`,
      body: channel,
      idempotencyKey,
      answer,
    })
  ).channelId;
}
