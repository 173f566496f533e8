'use client';

import { useMedia } from '@/components/ui/use-media';

/** Whether there is room beside a wide pane on the right for all that the header of a channel has. */
export function useRoomy(): boolean {
  return useMedia('(min-width: 1366px)');
}

/** Whether there is that room beside the list of members. */
export function useRoomyBesideList(): boolean {
  return useMedia('(min-width: 1200px)');
}
