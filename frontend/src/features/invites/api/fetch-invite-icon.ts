import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `GET /api/invites/{code}/icons/{iconId}`: for anyone who has the code, signed in or not. */
export async function fetchInviteIcon(code: string, iconId: string, signal: AbortSignal): Promise<Blob> {
  return api.file(path`/api/invites/${code}/icons/${iconId}`, signal);
}
