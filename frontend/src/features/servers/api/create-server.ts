import * as z from 'zod/mini';
import { api } from '@/session/browser-session';

const answer = z.object({ serverId: z.string(), generalChannelId: z.string() });

/** `POST /api/servers` */
export async function createServer(name: string, idempotencyKey: string): Promise<z.infer<typeof answer>> {
  return api.call({ method: 'POST', path: '/api/servers', body: { name }, idempotencyKey, answer });
}
