import * as z from 'zod/mini';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const answer = z.object({
  live: z.number(),
  other: z.number(),
  same: z.boolean(),
  collections: z.array(z.object({ collection: z.string(), documents: z.number(), differing: z.number() })),
});

export type Comparison = z.infer<typeof answer>;

/** `GET /api/operations/views/{view}/comparison`: the generation that is built, or was read, with the one that is read. */
export function compareView(view: string): Promise<Comparison> {
  return api.call({ path: path`/api/operations/views/${view}/comparison`, answer });
}
