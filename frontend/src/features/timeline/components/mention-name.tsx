'use client';

import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import type { Named } from '@/contracts/mentions';
import { useCalled } from '@/profiles/called';
import { ConversationContext } from './conversation-context';
import { useChannel } from './use-channel';

/** Who, or which channel, is mentioned, by name. */
export function MentionName({ kind, id }: { kind: Named; id: string }) {
  switch (kind) {
    case 'user':
      return <UserName userId={id} />;
    case 'role':
      return <RoleName roleId={id} />;
    case 'channel':
      return <ChannelName channelId={id} />;
  }
}

function UserName({ userId }: { userId: string }) {
  return `@${useCalled(userId).name}`;
}

function RoleName({ roleId }: { roleId: string }) {
  const t = useTranslations();
  return `@${useContext(ConversationContext)?.roles.get(roleId) ?? t('timeline.deletedRole')}`;
}

function ChannelName({ channelId }: { channelId: string }) {
  const t = useTranslations();
  return `#${useChannel(channelId)?.name ?? t('timeline.unknownChannel')}`;
}
