'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { colorOf } from '@/contracts/appearance';
import { nameOf, type Member } from '@/contracts/member';
import { may, permissionsIn } from '@/contracts/permissions';
import { isConversation, type Channel, type Role, type Server } from '@/contracts/server';
import { asSeenBy } from '@/features/servers/model/server-fold';
import { membersQuery, serverQuery } from '@/features/servers/model/servers-store';
import type { Called } from '@/profiles/called';
import { useMe } from '@/session/use-session';
import { useRoleView } from './role-view';

/** A server, its members and who one is among them, as far as it is known: oneself, or whom one looks at it as. */
export function useHere(serverId: string | null) {
  const myId = useMe()?.userId;
  const known = useQuery({ ...serverQuery(serverId ?? ''), enabled: serverId !== null });
  const members = useQuery({ ...membersQuery(serverId ?? ''), enabled: serverId !== null });
  const myself = members.data?.find(({ userId }) => userId === myId);
  const viewedRoleId = useRoleView(serverId)?.roleId ?? null;
  const { server, me, viewedRole } = useMemo(
    () => seenAs(viewedRoleId, known.data, myself),
    [viewedRoleId, known.data, myself],
  );

  const called = useMemo(() => {
    if (!server || !members.data) return new Map<string, Called>();
    return new Map(
      members.data.map((member) => [member.userId, { name: nameOf(member), color: colorOf(server, member) }]),
    );
  }, [server, members.data]);

  return {
    server,
    error: known.error,
    members: members.data,
    membersFailed: members.isError,
    retryMembers: () => void members.refetch(),
    me,
    isOwner: server !== undefined && viewedRole === null && !isConversation(server) && server.ownerId === myId,
    called,
    /** As a member with which role one looks at it; null as oneself. */
    viewedRole,
    /** Whether one looked at it so, and may no longer. */
    isViewOver: viewedRoleId !== null && isViewOver({ viewedRole, server, members: members.data, error: known.error }),
    /** Undefined while it is not known what one is here. */
    permissionsIn: (channel: Channel) => (server && me ? permissionsIn(server, channel, me) : undefined),
  };
}

/**
 * What a member with a role, and that of everyone, sees of a server. Only for those who manage its roles, while they do and
 * there is the role: others see it as themselves.
 */
export function seenAs(roleId: string | null, server: Server | undefined, myself: Member | undefined) {
  const role = server?.roles.find((candidate) => candidate.roleId === roleId);
  if (!server || !myself || !role || !may(server.permissions, 'manage-roles')) {
    return { server, me: myself, viewedRole: null };
  }
  const me = { ...myself, ...NOBODY, roleIds: role.roleId === server.serverId ? [] : [role.roleId] };
  return { server: asSeenBy(server, me), me, viewedRole: role };
}

interface Viewed {
  viewedRole: Role | null;
  server: Server | undefined;
  members: readonly Member[] | undefined;
  error: Error | null;
}

/** There is no such role any more, one may not look as it, or one is no member any more. Not while that is not known. */
export function isViewOver({ viewedRole, server, members, error }: Viewed): boolean {
  return viewedRole === null && (server === undefined ? error !== null : members !== undefined);
}

/** Neither the owner nor one whom a channel makes an exception for. */
const NOBODY = { userId: '', nickname: null, timedOutUntil: null };
