import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';
import type { Place } from '../model/places';

/** `PUT /api/channels/{channelId}/place` */
export async function placeChannel(channelId: string, place: Place, idempotencyKey: string): Promise<void> {
  await api.call({
    method: 'PUT',
    path: path`/api/channels/${channelId}/place`,
    body: {
      ...(place.categoryId !== null && { categoryId: place.categoryId }),
      ...(place.after !== null && { after: place.after }),
    },
    idempotencyKey,
    answer: z.unknown(),
  });
}
