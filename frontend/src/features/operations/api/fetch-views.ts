import * as z from 'zod/mini';
import { api } from '@/session/browser-session';
import { viewSchema, type OperatedView } from './views';

const answer = z.object({ views: z.array(viewSchema) });

/** `GET /api/operations/views`: every view, how far it is behind the log, and its generations. */
export async function fetchViews(signal: AbortSignal): Promise<OperatedView[]> {
  return (await api.call({ path: '/api/operations/views', signal, answer })).views;
}
