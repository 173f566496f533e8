import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/contracts/query-keys';
import { Settling } from '@/features/servers/model/settling';
import { refetch } from '@/http/refetch';
import type { StructureEvent } from '@/realtime/events';

const settlings = new WeakMap<QueryClient, Settling>();

/** Every event of a server is in its audit log, and may be about its bans and invites: what is shown of them is read anew. */
export function onStructure(client: QueryClient, event: StructureEvent): void {
  const { serverId } = event.data;
  if (event.type === 'webchat.invite.revoked.v1') client.removeQueries({ queryKey: queryKeys.ownInvite(serverId) });
  if (client.getQueryCache().findAll({ queryKey: queryKeys.governed(serverId), type: 'active' }).length === 0) return;
  let settling = settlings.get(client);
  if (settling === undefined) {
    settling = new Settling((subject) => void refetch(client, queryKeys.governed(subject)));
    settlings.set(client, settling);
  }
  settling.begin(serverId);
}
