'use client';

import { useEffect, useSyncExternalStore } from 'react';
import type { PresenceChoice, PresenceStatus } from '@/realtime/protocol';
import { ownPresence, presences, watching } from './browser-presence';

/** How everybody whom the page shows is seen; null while nothing is known. */
export function usePresences(): ReadonlyMap<string, PresenceStatus> | null {
  return useSyncExternalStore(presences.subscribe, presences.all, () => null);
}

/** How somebody is seen. The part of the page that shows them has to watch them. */
export function useStatus(userId: string): PresenceStatus {
  const status = () => presences.all()?.get(userId) ?? 'offline';
  return useSyncExternalStore(presences.subscribe, status, () => 'offline');
}

/** While this part of the page is there, it shows these people. */
export function useWatchedPeople(userIds: readonly string[]): void {
  const key = userIds.join();
  useEffect(() => (key === '' ? undefined : watching.people(key.split(','))), [key]);
}

/** While this part of the page is there, it shows this channel. */
export function useWatchedChannel(channelId: string): void {
  useEffect(() => watching.channel(channelId), [channelId]);
}

export function useOwnChoice(): PresenceChoice {
  return useSyncExternalStore(ownPresence.subscribe, ownPresence.chosen, () => 'automatic');
}
