'use client';

import { useQuery } from '@tanstack/react-query';
import { stateOf, type UnreadState } from './unread';
import { unreadQuery } from './unread-store';

const NOTHING = stateOf([], []);

/** What one has not read; nothing until it is known. */
export function useUnread(): UnreadState {
  return useQuery(unreadQuery).data ?? NOTHING;
}
