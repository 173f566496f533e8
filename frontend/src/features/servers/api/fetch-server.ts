import { serverSchema, type Server } from '@/contracts/server';
import { api } from '@/session/browser-session';

/** `GET /api/servers/{serverId}` */
export async function fetchServer(serverId: string, signal: AbortSignal): Promise<Server> {
  return api.call({ path: `/api/servers/${encodeURIComponent(serverId)}`, signal, answer: serverSchema });
}
