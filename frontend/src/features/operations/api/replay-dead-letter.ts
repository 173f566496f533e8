import { api } from '@/session/browser-session';
import { letterPath, letterSchema, type Letter } from './letters';

/** `POST /api/operations/dead-letters/{id}/replay`: applies the record once more; the letter says what became of it. */
export function replayDeadLetter(id: string): Promise<Letter> {
  return api.call({ method: 'POST', path: `${letterPath(id)}/replay`, answer: letterSchema });
}
