import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';
import { api } from '@/session/browser-session';
import { letterPath, letterSchema } from './letters';

const answer = z.object({
  letter: letterSchema,
  headers: z.record(z.string(), z.string()),
  stack: z.string(),
  /** The record, if it is JSON. */
  value: orNull(z.unknown()),
  /** The record, if it is none. */
  text: orNull(z.string()),
});

export type OpenedLetter = z.infer<typeof answer>;

/** `GET /api/operations/dead-letters/{id}`: one, with the record in it. */
export function openDeadLetter(id: string, signal: AbortSignal): Promise<OpenedLetter> {
  return api.call({ path: letterPath(id), signal, answer });
}
