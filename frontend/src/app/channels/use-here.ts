'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { colorOf } from '@/contracts/appearance';
import { nameOf } from '@/contracts/member';
import { permissionsIn } from '@/contracts/permissions';
import { isConversation, type Channel } from '@/contracts/server';
import { membersQuery, serverQuery } from '@/features/servers/model/servers-store';
import type { Called } from '@/profiles/called';
import { useMe } from '@/session/use-session';

/** A server, its members and who one is among them, as far as it is known. */
export function useHere(serverId: string | null) {
  const myId = useMe()?.userId;
  const server = useQuery({ ...serverQuery(serverId ?? ''), enabled: serverId !== null });
  const members = useQuery({ ...membersQuery(serverId ?? ''), enabled: serverId !== null });
  const me = members.data?.find(({ userId }) => userId === myId);

  const called = useMemo(() => {
    const known = server.data;
    if (!known || !members.data) return new Map<string, Called>();
    return new Map(
      members.data.map((member) => [member.userId, { name: nameOf(member), color: colorOf(known, member) }]),
    );
  }, [server.data, members.data]);

  return {
    server: server.data,
    error: server.error,
    members: members.data,
    membersFailed: members.isError,
    retryMembers: () => void members.refetch(),
    me,
    isOwner: server.data !== undefined && !isConversation(server.data) && server.data.ownerId === myId,
    called,
    /** Undefined while it is not known what one is here. */
    permissionsIn: (channel: Channel) => (server.data && me ? permissionsIn(server.data, channel, me) : undefined),
  };
}
