import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';

export const LETTER_STATES = ['open', 'wanted', 'applied', 'refused', 'overtaken', 'erased', 'former'] as const;

export const letterSchema = z.object({
  /** Topic, partition and offset, such as `webchat.messages.dlt/3/17`. */
  id: z.string(),
  at: z.iso.datetime(),
  view: z.string(),
  generation: orNull(z.number()),
  /** The place of the record that it is a copy of. */
  source: z.string(),
  type: z.string(),
  key: orNull(z.string()),
  cause: z.string(),
  state: z.enum(LETTER_STATES),
  /** What was wrong at the last replay. */
  detail: orNull(z.string()),
});

export type Letter = z.infer<typeof letterSchema>;

/** The path of a letter. */
export function letterPath(id: string): string {
  return `/api/operations/dead-letters/${id.split('/').map(encodeURIComponent).join('/')}`;
}
