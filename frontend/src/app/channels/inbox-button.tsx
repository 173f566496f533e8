'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { serverQuery, serversQuery } from '@/features/servers/model/servers-store';
import { Excerpt } from '@/features/timeline/components/excerpt';
import { Inbox } from '@/features/unread/components/inbox';

/** Who called one, in all servers. */
export function InboxButton({ unread }: { unread: number }) {
  const t = useTranslations();
  const router = useRouter();
  const client = useQueryClient();
  const servers = useQuery(serversQuery).data ?? [];

  /** The channel is named where its server has been looked at; the server always. */
  function placeOf({ serverId, channelId }: { serverId: string; channelId: string }): string {
    const server = servers.find((candidate) => candidate.serverId === serverId);
    if (server === undefined) return t('common.direct');
    const channels = client.getQueryData(serverQuery(serverId).queryKey)?.channels;
    const channel = channels?.find((candidate) => candidate.channelId === channelId);
    return channel ? `#${channel.name} · ${server.name}` : server.name;
  }

  return (
    <Inbox
      unread={unread}
      placeOf={placeOf}
      textOf={({ content }) =>
        content === '' ? t('conversation.aFile') : <Excerpt message={{ content, attachments: [] }} />
      }
      onOpen={({ serverId, channelId, messageId }) =>
        router.push(`/channels/${serverId}/${channelId}?message=${messageId}`)
      }
    />
  );
}
