import { path } from '@/http/path';
import { api } from '@/session/browser-session';
import type { FormatId } from '../model/formats';

/** What is exported: the channels of a server that one sees, or one channel, or a conversation. */
export interface ExportScope {
  readonly kind: 'server' | 'channel';
  readonly id: string;
  readonly name: string;
}

/**
 * `GET /api/servers/{serverId}/export` or `/api/channels/{channelId}/export`: as much as one request writes, from the
 * beginning or after a cursor.
 */
export async function fetchExport(
  { kind, id }: ExportScope,
  format: FormatId,
  after: string | null,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const query = new URLSearchParams({ format, ...(after !== null && { after }) });
  const place = kind === 'server' ? path`/api/servers/${id}` : path`/api/channels/${id}`;
  return api.stream(`${place}/export?${query}`, signal);
}
