'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useLayoutEffect, useRef } from 'react';
import { stopRoleView } from './role-view';

/**
 * From looking at a server as a role back to that role. One is oneself again once one has left: what was shown until then
 * is neither read nor written to in passing.
 */
export function useStopViewing(serverId: string | null): () => void {
  const path = usePathname();
  const router = useRouter();
  const leaving = useRef(false);
  const roles = `/channels/${serverId}/settings/roles`;

  useLayoutEffect(() => {
    if (!leaving.current) return;
    leaving.current = false;
    stopRoleView();
  }, [path]);

  return () => {
    if (path === roles) return stopRoleView();
    leaving.current = true;
    router.push(roles);
  };
}
