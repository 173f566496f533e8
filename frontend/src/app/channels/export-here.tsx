'use client';

import { useLocale, useTranslations } from 'use-intl';
import { nameOf } from '@/contracts/member';
import { isConversation, type Server } from '@/contracts/server';
import { ExportDialog } from '@/features/export/components/export-dialog';
import { namesWords } from '@/i18n/names-words';
import { useMe } from '@/session/use-session';
import { useHere } from './use-here';

interface Props {
  server: Server;
  channelId: string;
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** Exports one channel, or the conversation that one is in. */
export function ExportHere({ server, channelId, open, onOpenChange }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const me = useMe()?.userId;
  const { members = [] } = useHere(server.serverId);
  const channel = server.channels.find((candidate) => candidate.channelId === channelId);
  if (channel === undefined) return null;
  const others = members.filter(({ userId }) => userId !== me).map(nameOf);
  const direct = isConversation(server);
  const name = direct ? server.name || namesWords(others, locale) || t('common.onlyYou') : channel.name;
  return (
    <ExportDialog
      scope={{ kind: 'channel', id: channelId, name }}
      name={direct ? name : `#${name}`}
      open={open}
      onOpenChange={onOpenChange}
    />
  );
}
