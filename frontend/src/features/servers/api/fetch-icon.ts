import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `GET /api/servers/{serverId}/icons/{iconId}` */
export async function fetchIcon(serverId: string, iconId: string, signal: AbortSignal): Promise<Blob> {
  return api.file(path`/api/servers/${serverId}/icons/${iconId}`, signal);
}
