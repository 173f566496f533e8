import * as z from 'zod/mini';
import type { Attachment } from '@/contracts/message';
import { path } from '@/http/path';
import type { Progress } from '@/http/send-file';
import { api } from '@/session/browser-session';

const answer = z.object({
  attachmentId: z.string(),
  name: z.string(),
  contentType: z.string(),
  size: z.number(),
  width: z.nullish(z.number()),
  height: z.nullish(z.number()),
  hasThumbnail: z.boolean(),
});

/** `PUT /api/channels/{channelId}/attachments/{attachmentId}?name=`, the file as the body. */
export async function uploadAttachment(
  channelId: string,
  attachmentId: string,
  file: File,
  progress: Progress,
): Promise<Attachment> {
  const target = path`/api/channels/${channelId}/attachments/${attachmentId}?name=${file.name}`;
  const { name, contentType, size, width, height, hasThumbnail } = await api.upload(target, file, answer, progress);
  const image = width && height ? { width, height } : null;
  return { id: attachmentId, name, contentType, size, image, hasThumbnail };
}
