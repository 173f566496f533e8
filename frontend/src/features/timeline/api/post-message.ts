import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

export interface NewMessage {
  readonly channelId: string;
  readonly messageId: string;
  readonly content: string;
  readonly replyTo: string | null;
  readonly threadId: string | null;
  readonly attachments: readonly { id: string }[];
}

const answer = z.object({ messageId: z.string() });

/** `POST /api/channels/{channelId}/messages`: once per `messageId`, however often it is repeated. */
export async function postMessage({ channelId, attachments, ...message }: NewMessage): Promise<void> {
  const { messageId, content, replyTo, threadId } = message;
  await api.call({
    method: 'POST',
    path: path`/api/channels/${channelId}/messages`,
    body: {
      messageId,
      ...(content !== '' && { content }),
      ...(replyTo !== null && { replyTo }),
      ...(threadId !== null && { threadId }),
      ...(attachments.length > 0 && { attachmentIds: attachments.map(({ id }) => id) }),
    },
    answer,
  });
}
