import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/** What a message said for a while. */
const versionSchema = z.object({
  /** How often it had been edited by then. */
  revision: z.number(),
  content: z.string(),
  /** Since when it said so. */
  at: z.string(),
});

const answer = z.object({ versions: z.array(versionSchema) });

export type Version = z.infer<typeof versionSchema>;

/** `GET /api/channels/{channelId}/messages/{messageId}/edits`: all that a message has said, the present version last. */
export async function fetchEdits(
  channelId: string,
  messageId: string,
  signal: AbortSignal,
): Promise<readonly Version[]> {
  const { versions } = await api.call({
    path: path`/api/channels/${channelId}/messages/${messageId}/edits`,
    answer,
    signal,
  });
  return versions;
}
