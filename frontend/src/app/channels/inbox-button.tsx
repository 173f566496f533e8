'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { serversQuery } from '@/features/servers/model/servers-store';
import { Excerpt } from '@/features/timeline/components/excerpt';
import { Inbox } from '@/features/unread/components/inbox';

/** Who called one, in all servers. */
export function InboxButton({ unread }: { unread: number }) {
  const router = useRouter();
  const servers = useQuery(serversQuery).data ?? [];
  return (
    <Inbox
      unread={unread}
      placeOf={({ serverId }) => servers.find((server) => server.serverId === serverId)?.name ?? 'Direct message'}
      textOf={({ content }) => (content === '' ? 'A file' : <Excerpt message={{ content, attachments: [] }} />)}
      onOpen={({ serverId, channelId, messageId }) =>
        router.push(`/channels/${serverId}/${channelId}?message=${messageId}`)
      }
    />
  );
}
