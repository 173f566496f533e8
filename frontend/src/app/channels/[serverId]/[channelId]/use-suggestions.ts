'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { nameOf, type Member } from '@/contracts/member';
import { roleToken, userToken } from '@/contracts/mentions';
import { may, permissionsIn, type PermissionSet } from '@/contracts/permissions';
import type { Channel, Server } from '@/contracts/server';
import type { Suggestion } from '@/features/composer/model/suggestions';

const EVERYONE = { id: 'everyone', kind: 'everyone', name: 'everyone', token: '@everyone' } as const;

/** Those who see a channel; undefined while it loads. */
export function useReaders(
  server: Server | undefined,
  channel: Channel | undefined,
  members: readonly Member[] | undefined,
): readonly Member[] | undefined {
  return useMemo(() => {
    if (!server || !channel || !members) return undefined;
    return members.filter((member) => may(permissionsIn(server, channel, member), 'view-channel'));
  }, [server, channel, members]);
}

/** Who can be mentioned in a channel: those who see it; roles and everyone by whom that is permitted. */
export function useSuggestions(
  server: Server | undefined,
  readers: readonly Member[] | undefined,
  permissions: PermissionSet,
): readonly Suggestion[] {
  const t = useTranslations();
  return useMemo(() => {
    if (!server || !readers) return [];
    const people = readers.map((member): Suggestion => {
      const { userId, username } = member;
      return { id: userId, kind: 'user', name: nameOf(member), token: userToken(userId), detail: `@${username}` };
    });
    if (!may(permissions, 'mention-everyone')) return people;
    const roles = server.roles
      .filter(({ roleId }) => roleId !== server.serverId)
      .map(({ roleId, name }): Suggestion => ({
        id: roleId,
        kind: 'role',
        name,
        token: roleToken(roleId),
        detail: t('conversation.role'),
      }));
    return [...people, { ...EVERYONE, detail: t('conversation.callsAll') }, ...roles];
  }, [server, readers, permissions, t]);
}
