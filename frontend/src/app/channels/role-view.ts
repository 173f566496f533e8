import { useSyncExternalStore } from 'react';
import { outbox } from '@/features/timeline/model/browser-outbox';
import { api } from '@/session/browser-session';

/** One looks at a server as a member with one role does. */
export interface RoleView {
  readonly serverId: string;
  readonly roleId: string;
  /** How many commands were not sent because of it. */
  readonly withheld: number;
}

let current: RoleView | null = null;
let last: Pick<RoleView, 'serverId' | 'roleId'> | null = null;
const listeners = new Set<() => void>();

function become(next: RoleView | null): void {
  current = next;
  for (const listener of [...listeners]) listener();
}

/**
 * From now on a server is shown as somebody with that role alone, and that of everyone, sees it. It holds in this tab, until
 * the page is left. No service hears of it: no command is sent meanwhile, and none of it is made up for afterwards, but what
 * was on its way before is.
 */
export function viewAs(serverId: string, roleId: string): void {
  api.withhold(() => current && become({ ...current, withheld: current.withheld + 1 }));
  become({ serverId, roleId, withheld: 0 });
}

/** It ends by itself: one is elsewhere, or may look so no longer. */
export function endRoleView(): void {
  last = null;
  if (current === null) return;
  api.withhold(null);
  become(null);
  outbox.retryUnanswered();
}

/** It ends because one wants to go back to where one began it. */
export function stopRoleView(): void {
  const stopped = current;
  endRoleView();
  last = stopped;
}

/** As which role one has looked at the server, for whoever comes back from it. */
export function lastViewed(serverId: string): string | null {
  return current === null && last?.serverId === serverId ? last.roleId : null;
}

/** One has come back. */
export function forgetLastViewed(): void {
  last = null;
}

/** How a server is looked at; null as oneself. */
export function useRoleView(serverId: string | null): RoleView | null {
  const view = useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );
  return view?.serverId === serverId ? view : null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
