'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { useTranslations } from 'use-intl';
import { copyText } from '@/components/ui/copy-text';
import { withNames, type Named } from '@/contracts/mentions';
import type { Message } from '@/contracts/message';
import { useFormErrors } from '@/http/use-form-errors';
import { CalledHere } from '@/profiles/called';
import { profileQuery } from '@/profiles/use-profile';
import * as commands from '../model/message-commands';
import { useConversation } from './conversation-context';
import type { MessageActions } from './message-menu';

/** What one asks for of a message, and why the last of it failed. */
export function useMessageActions(message: Message, ask: (what: 'deletion' | 'history' | 'thread') => void) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const client = useQueryClient();
  const { me, roles, server, onReply, onEdit, onEditEnd, onOpenThread, onMarkUnread } = useConversation();
  const called = useContext(CalledHere);
  const [failure, setFailure] = useState<string | null>(null);

  function attempt(command: Promise<void>) {
    setFailure(null);
    command.catch((error: unknown) => setFailure(formErrors(error, []).general));
  }

  async function copy() {
    const nameOf = (kind: Named, id: string) => {
      switch (kind) {
        case 'role':
          return roles.get(id) ?? t('timeline.deletedRole');
        case 'channel':
          return server?.channels.find(({ channelId }) => channelId === id)?.name ?? t('timeline.unknownChannel');
        case 'user':
          return (
            called.get(id)?.name ??
            client.getQueryData(profileQuery(id).queryKey)?.displayName ??
            t('common.unknownUser')
          );
      }
    };
    setFailure((await copyText(withNames(message.content, nameOf))) ? null : t('common.notCopied'));
  }

  async function link() {
    if (server === undefined) return;
    const address = new URL(`/channels/${server.serverId}/${message.channelId}`, location.origin);
    address.searchParams.set('message', message.messageId);
    setFailure((await copyText(address.href)) ? null : t('common.notCopied'));
  }

  const actions: MessageActions = {
    react: (emoji) => attempt(commands.toggleReaction(client, message, emoji, me)),
    reply: () => onReply(message),
    edit: () => onEdit(message.messageId),
    thread: () => {
      if (message.thread) onOpenThread(message.messageId);
      else ask('thread');
    },
    pin: () => attempt(commands.togglePin(client, message)),
    unread: () => onMarkUnread(message),
    copy: () => void copy(),
    link: () => void link(),
    history: () => ask('history'),
    remove: () => ask('deletion'),
  };
  /** The editor stays open until it is known what became of it: it says itself why something failed. */
  const save = async (content: string) => {
    setFailure(null);
    if (content !== message.content) await commands.edit(client, message, content);
    onEditEnd(message.messageId);
  };
  return { actions, save, failure, dismiss: () => setFailure(null) };
}
