'use client';

import { useQuery } from '@tanstack/react-query';
import { Avatar } from '@/components/ui/avatar';
import { queryKeys } from '@/contracts/query-keys';
import { fetchAvatar } from './fetch-avatar';
import { useProfile } from './use-profile';

interface Props {
  userId: string;
  name: string;
  size?: 'small' | 'medium' | 'large';
}

/** The picture that somebody shows; their initials where there is none, and until it is there. */
export function PersonAvatar({ userId, name, size = 'medium' }: Props) {
  const avatarId = useProfile(userId)?.avatarId ?? null;
  if (avatarId === null) return <Avatar id={userId} name={name} size={size} />;
  return <Picture userId={userId} name={name} size={size} avatarId={avatarId} />;
}

function Picture({ userId, name, size, avatarId }: Required<Props> & { avatarId: string }) {
  const isSmall = size !== 'large';
  const { data } = useQuery({
    queryKey: queryKeys.avatar(userId, avatarId, isSmall),
    queryFn: ({ signal }) => fetchAvatar(userId, avatarId, isSmall, signal),
    staleTime: Infinity,
    gcTime: 30 * 60_000,
    retry: 2,
  });
  return <Avatar id={userId} name={name} size={size} image={data ?? null} />;
}
