import * as z from 'zod/mini';
import { serverSummarySchema, type ServerSummary } from '@/contracts/server';
import { api } from '@/session/browser-session';

const answer = z.object({ servers: z.array(serverSummarySchema) });

/** `GET /api/servers`: those the user is a member of, by name. */
export async function fetchServers(signal: AbortSignal): Promise<ServerSummary[]> {
  return (await api.call({ path: '/api/servers', signal, answer })).servers;
}
