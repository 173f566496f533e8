'use client';

import { useSyncExternalStore } from 'react';
import type { Profile } from '@/contracts/profile';
import { session } from './browser-session';
import type { SessionState } from './session';

const RESTORING: SessionState = { status: 'restoring' };

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.state, () => RESTORING);
}

/** Whether the signed-in user operates the platform. */
export function useIsOperator(): boolean {
  const state = useSession();
  return state.status === 'signed-in' && state.isOperator;
}

/** The signed-in user; null while that is unknown, or nobody is. */
export function useMe(): Profile | null {
  const state = useSession();
  return state.status === 'signed-in' ? state.user : null;
}
