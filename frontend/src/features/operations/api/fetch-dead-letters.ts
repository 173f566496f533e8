import * as z from 'zod/mini';
import { api } from '@/session/browser-session';
import { letterSchema } from './letters';

const answer = z.object({ total: z.number(), letters: z.array(letterSchema) });

export type LetterList = z.infer<typeof answer>;

export interface LetterFilter {
  view: string | null;
  /** Also those about which nothing is left to do. */
  all: boolean;
}

/** `GET /api/operations/dead-letters`: the newest hundred, the oldest of them first. */
export function fetchDeadLetters({ view, all }: LetterFilter, signal: AbortSignal): Promise<LetterList> {
  const query = new URLSearchParams({ limit: '100', ...(view !== null && { view }), ...(all && { all: 'true' }) });
  return api.call({ path: `/api/operations/dead-letters?${query}`, signal, answer });
}
