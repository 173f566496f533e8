import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';
import { api } from '@/session/browser-session';

const alertSchema = z.object({
  name: z.string(),
  severity: z.string(),
  state: z.enum(['firing', 'pending']),
  since: z.iso.datetime(),
  summary: orNull(z.string()),
  description: orNull(z.string()),
  runbook: orNull(z.string()),
  labels: z.record(z.string(), z.string()),
});

const answer = z.object({
  /** `none`: no Prometheus is configured; `unreachable`: it does not answer. */
  source: z.enum(['prometheus', 'none', 'unreachable']),
  alerts: z.array(alertSchema),
});

export type Alert = z.infer<typeof alertSchema>;
export type Alerts = z.infer<typeof answer>;

/** `GET /api/operations/alerts`: the worst first. */
export function fetchAlerts(signal: AbortSignal): Promise<Alerts> {
  return api.call({ path: '/api/operations/alerts', signal, answer });
}
