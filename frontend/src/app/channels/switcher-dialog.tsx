'use client';

import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'use-intl';
import { nameOf, type Member } from '@/contracts/member';
import { queryKeys } from '@/contracts/query-keys';
import { openConversation } from '@/features/conversations/api/open-conversation';
import { conversationsQuery } from '@/features/conversations/model/conversations-store';
import { serverQuery, serversQuery } from '@/features/servers/model/servers-store';
import { Switcher } from '@/features/switcher/components/switcher';
import type { Candidate } from '@/features/switcher/model/candidates';
import { useCommandKeys } from '@/http/use-command-keys';
import { useFormErrors } from '@/http/use-form-errors';
import { namesWords } from '@/i18n/names-words';
import { useCalledAll } from '@/profiles/called';
import { useMe } from '@/session/use-session';
import { recentPlaces } from './last-place';
import type { useBadges } from './use-badges';
import { useHere } from './use-here';

/** Somewhere to go: an address, or somebody one has not talked with yet. */
type Destination = Candidate & ({ href: string } | { userId: string });

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  badges: ReturnType<typeof useBadges>;
}

export function SwitcherDialog({ open, onOpenChange, badges }: Props) {
  const formErrors = useFormErrors();
  const router = useRouter();
  const candidates = useDestinations(open, badges);
  const keys = useCommandKeys();
  const opening = useMutation({
    mutationFn: (userId: string) => keys.run(userId, (key) => openConversation(userId, key)),
    onSuccess: ({ serverId, channelId }) => go(`/channels/${serverId}/${channelId}`),
  });

  function go(href: string) {
    onOpenChange(false);
    router.push(href);
  }

  return (
    <Switcher
      open={open}
      onOpenChange={onOpenChange}
      candidates={candidates}
      problem={formErrors(opening.error, []).general}
      onGo={(destination) => ('href' in destination ? go(destination.href) : opening.mutate(destination.userId))}
    />
  );
}

/** The channels of all one's servers, one's conversations, and the people of the servers that one has looked at. */
function useDestinations(enabled: boolean, badges: Props['badges']): Destination[] {
  const t = useTranslations();
  const locale = useLocale();
  const client = useQueryClient();
  const me = useMe()?.userId;
  const { serverId: serverHere = null, channelId: here } = useParams<{ serverId?: string; channelId?: string }>();
  const { server: seen } = useHere(serverHere);
  const servers = useQuery(serversQuery).data ?? [];
  const known = useQueries({ queries: servers.map(({ serverId }) => ({ ...serverQuery(serverId), enabled })) });
  const conversations = useQuery(conversationsQuery).data ?? [];
  const partners = [...new Set(conversations.flatMap(({ userIds }) => userIds))];
  const names = new Map(useCalledAll(partners).map((name, index) => [partners[index], name]));
  const recent = recentPlaces().map(({ channelId }) => channelId);

  const placed = (channelId: string, serverId: string) => ({
    key: channelId,
    href: `/channels/${serverId}/${channelId}`,
    visited: recent.includes(channelId) ? recent.length - recent.indexOf(channelId) : null,
    isHere: channelId === here,
  });
  const channels = known.flatMap(({ data }) => {
    const server = data?.serverId === seen?.serverId ? seen : data;
    return (server?.channels ?? []).map((channel): Destination => {
      const { unread, mentions } = badges.ofChannel(channel.channelId);
      const place = placed(channel.channelId, server?.serverId ?? '');
      return { ...place, kind: 'channel', name: channel.name, detail: server?.name ?? '', unread, mentions };
    });
  });
  const talks = conversations.map(({ kind, name, serverId, channelId, userIds }): Destination => {
    const others = userIds.filter((userId) => userId !== me).map((userId) => names.get(userId) ?? '…');
    const { unread, mentions } = badges.ofConversation(channelId);
    return {
      ...placed(channelId, serverId),
      kind: kind === 'pair' ? 'person' : 'group',
      name: name || namesWords(others, locale) || t('common.onlyYou'),
      detail: kind === 'pair' ? t('common.direct') : t('switcher.groupDetail'),
      unread,
      mentions,
    };
  });
  const met = new Set(conversations.filter(({ kind }) => kind === 'pair').flatMap(({ userIds }) => userIds));
  const people = new Map(
    client
      .getQueriesData<readonly Member[]>({ queryKey: queryKeys.everyMembers })
      .flatMap(([, members]) => members ?? [])
      .filter(({ userId }) => userId !== me && !met.has(userId))
      .map((member) => [member.userId, member]),
  );
  const nothing = { unread: false, mentions: 0, visited: null, isHere: false };
  return [
    ...channels,
    ...talks,
    ...[...people.values()].map((member): Destination => {
      const { userId, username } = member;
      return { key: userId, kind: 'person', name: nameOf(member), detail: `@${username}`, userId, ...nothing };
    }),
    ...servers.map(({ serverId, name }): Destination => {
      return {
        key: serverId,
        kind: 'server',
        name,
        detail: t('switcher.serverDetail'),
        href: `/channels/${serverId}`,
        ...nothing,
      };
    }),
  ];
}
