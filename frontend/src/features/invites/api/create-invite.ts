import { z } from 'zod';
import { api } from '@/session/browser-session';

const answer = z.object({ serverId: z.string(), code: z.string() });

/** `POST /api/servers/{serverId}/invites` */
export async function createInvite(serverId: string, idempotencyKey: string): Promise<string> {
  const path = `/api/servers/${encodeURIComponent(serverId)}/invites`;
  return (await api.call({ method: 'POST', path, body: {}, idempotencyKey, answer })).code;
}
