import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';
import { profileSchema } from '@/contracts/profile';
import { path } from '@/http/path';
import { api } from '@/session/browser-session';

const optional = orNull(z.string());

const entrySchema = z.object({
  number: z.number(),
  type: z.string(),
  actorId: z.string(),
  userId: optional,
  at: z.iso.datetime(),
  reason: optional,
  /** What the event says; null if it is not for the reader. */
  data: orNull(z.record(z.string(), z.unknown())),
});

const answer = z.object({
  entries: z.array(entrySchema),
  people: z.record(z.string(), profileSchema),
  next: orNull(z.number()),
});

export type AuditEntry = z.infer<typeof entrySchema>;

export interface AuditFilter {
  actor: string | null;
  type: string | null;
}

/** `GET /api/servers/{serverId}/audit-log`: a page, the newest first. */
export async function fetchAuditLog(
  serverId: string,
  { actor, type }: AuditFilter,
  before: number | null,
  signal: AbortSignal,
): Promise<z.infer<typeof answer>> {
  const query = new URLSearchParams({
    limit: '50',
    ...(before !== null && { before: String(before) }),
    ...(actor !== null && { actor }),
    ...(type !== null && { type }),
  });
  return api.call({ path: `${path`/api/servers/${serverId}/audit-log`}?${query}`, signal, answer });
}
