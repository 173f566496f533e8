import { z } from 'zod';
import { api } from '@/session/browser-session';

const answer = z.object({ messageId: z.string() });

/** `POST /api/channels/{channelId}/messages`: once per `messageId`, however often it is repeated. */
export async function postMessage(channelId: string, messageId: string, content: string): Promise<void> {
  const path = `/api/channels/${encodeURIComponent(channelId)}/messages`;
  await api.call({ method: 'POST', path, body: { messageId, content }, answer });
}
