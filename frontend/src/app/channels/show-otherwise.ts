import type { QueryClient } from '@tanstack/react-query';
import { profileSchema } from '@/contracts/profile';
import { queryKeys } from '@/contracts/query-keys';
import * as servers from '@/features/servers/model/servers-store';
import { refetch } from '@/http/refetch';
import { keepProfiles } from '@/profiles/use-profile';
import type { ProfileEvent } from '@/realtime/events';
import { session } from '@/session/browser-session';

/** Somebody, perhaps oneself on another device, is shown otherwise from now on, wherever they are shown. */
export function showOtherwise(queryClient: QueryClient, event: ProfileEvent): void {
  const profile = profileSchema.parse(event.data);
  keepProfiles(queryClient, [profile]);
  servers.onProfile(queryClient, profile);
  if (session.showOtherwise(profile)) void refetch(queryClient, queryKeys.account);
}
