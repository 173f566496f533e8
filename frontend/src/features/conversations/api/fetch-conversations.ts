import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';
import { profileSchema } from '@/contracts/profile';
import { api } from '@/session/browser-session';

export const conversationSchema = z.object({
  serverId: z.string(),
  kind: z.enum(['pair', 'group']),
  /** Empty for none. */
  name: z.string(),
  channelId: z.string(),
  userIds: z.array(z.string()),
  startedAt: z.string(),
  lastMessageAt: orNull(z.string()),
});

const answer = z.object({
  conversations: z.array(conversationSchema),
  people: z.record(z.string(), profileSchema),
});

export type Conversation = z.infer<typeof conversationSchema>;

/** `GET /api/conversations`: those with the latest message, or begun last, first. */
export async function fetchConversations(signal: AbortSignal): Promise<z.infer<typeof answer>> {
  return api.call({ path: '/api/conversations', signal, answer });
}
