import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** `GET /api/channels/{channelId}/attachments/{attachmentId}`, or its thumbnail. */
export async function fetchFile(
  channelId: string,
  attachmentId: string,
  variant: 'file' | 'thumbnail',
  signal: AbortSignal,
): Promise<Blob> {
  const file = path`/api/channels/${channelId}/attachments/${attachmentId}`;
  return api.file(variant === 'file' ? file : `${file}/thumbnail`, signal);
}
