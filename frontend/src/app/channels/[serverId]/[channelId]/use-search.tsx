'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Search as SearchIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { paneOnDemand } from '@/components/ui/on-demand';
import { nameOf, type Member } from '@/contracts/member';
import type { Message } from '@/contracts/message';
import { queryKeys } from '@/contracts/query-keys';
import { isConversation, type Server } from '@/contracts/server';
import type { Found } from '@/features/search/api/search-messages';
import { SearchField } from '@/features/search/components/search-field-on-demand';
import type { Vocabulary } from '@/features/search/model/options';
import { NO_SEARCH, queryOf, typedName, type Search } from '@/features/search/model/search';
import { changeSearch, useSearching } from '@/features/search/model/search-store';
import { serverQuery, serversQuery } from '@/features/servers/model/servers-store';
import { MentionName } from '@/features/timeline/components/mention-name';
import { useMemberSearch } from '../../use-member-search';
import { useShortcuts } from '../../use-shortcuts';
import { useRoomy, useRoomyBesideList } from './use-room';
import styles from './channel-page.module.css';

const SearchPane = paneOnDemand(
  () => import('@/features/search/components/search-pane').then((module) => module.SearchPane),
  ({ onClose }) => onClose(),
);

interface Here {
  serverId: string;
  channelId: string;
  server: Server | undefined;
  members: readonly Member[] | undefined;
  /** Whether there is room for a pane beside the conversation. */
  wide: boolean;
  /** Whether a thread takes that room. */
  besideThread: boolean;
  /** Whether the list of members does, when nothing is searched for. */
  besideList: boolean;
  /** Whether one looks at the server as somebody else: what is found is what one may read oneself, so nothing is. */
  looking: boolean;
  onJump(message: Message): void;
  onOpenThread(messageId: string | null, message?: Message): void;
}

/** The search of a server: its field in the header, its results in the pane on the right. */
export function useSearch({
  serverId,
  channelId,
  server,
  members,
  wide,
  besideThread,
  besideList,
  looking,
  onJump,
  onOpenThread,
}: Here) {
  const t = useTranslations();
  const client = useQueryClient();
  const router = useRouter();
  const servers = useQuery(serversQuery).data ?? [];
  const { draft, sought, everywhere, open } = useSearching(serverId);
  useMemberSearch(serverId, typedName(draft.text));
  // A wide pane leaves no room for a field in the header of a window that is not wide either, and a list little of it.
  const roomy = useRoomy();
  const roomyBesideList = useRoomyBesideList();
  const inHeader = wide && (roomy || (!besideThread && !open && (roomyBesideList || !besideList)));
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  /** Where one was when one asked for the field, before that was there. */
  const asked = useRef<Element | null>(null);
  const leaving = useRef(false);
  const pane = useRef<HTMLElement>(null);
  const vocabulary = useMemo(() => vocabularyOf(server, members), [server, members]);

  // Who has gone elsewhere meanwhile stays there.
  const takesFocus = useCallback(() => {
    const from = asked.current;
    asked.current = null;
    return from !== null && [from, document.body].includes(document.activeElement ?? document.body);
  }, []);

  const show = useCallback(() => {
    asked.current = document.activeElement;
    onOpenThread(null);
    changeSearch(serverId, { open: true });
  }, [serverId, onOpenThread]);

  const close = useCallback(() => {
    asked.current = document.activeElement;
    leaving.current = true;
    changeSearch(serverId, { open: false, draft: NO_SEARCH, sought: null });
  }, [serverId]);

  // The field may be another one then, in the header, which has the focus by now; or there is none.
  useEffect(() => {
    if (open || !leaving.current) return;
    leaving.current = false;
    asked.current = null;
    (field.current ?? button.current)?.focus();
  }, [open]);

  useShortcuts({
    search: () => {
      if (looking) return;
      if (!inHeader) show();
      else if (field.current === null) asked.current = document.activeElement;
      field.current?.focus();
    },
  });

  function seek(search: Search) {
    show();
    changeSearch(serverId, { draft: search, sought: search });
    // Who searches again for the same wants to know what there is now.
    void client.invalidateQueries({ queryKey: queryKeys.searches });
  }

  function go(message: Found) {
    if (!wide) changeSearch(serverId, { open: false });
    if (message.serverId !== serverId || message.channelId !== channelId) {
      router.push(`/channels/${message.serverId}/${message.channelId}?message=${message.messageId}`);
    } else if (message.threadId !== null) onOpenThread(message.threadId, message);
    else onJump(message);
  }

  function placeOf(message: Found): string {
    const there = message.serverId === serverId ? server : client.getQueryData(serverQuery(message.serverId).queryKey);
    const channel = there?.channels.find((candidate) => candidate.channelId === message.channelId);
    const isDirect = there ? isConversation(there) : servers.every((other) => other.serverId !== message.serverId);
    const name = isDirect ? t('common.direct') : channel && `#${channel.name}`;
    const elsewhere =
      !isDirect && message.serverId !== serverId && servers.find((other) => other.serverId === message.serverId)?.name;
    return [name, elsewhere].filter(Boolean).join(' · ');
  }

  const input = (
    <SearchField
      ref={field}
      search={draft}
      vocabulary={vocabulary}
      takesFocus={takesFocus}
      onChange={(search) => changeSearch(serverId, { draft: search })}
      onSearch={seek}
      onLeave={() => pane.current?.querySelector<HTMLElement>('li button')?.focus()}
    />
  );

  return {
    open: open && !looking,
    /** Whether the pane beside the conversation leaves little room for its header. */
    tight: wide && !inHeader,
    close,
    /** For the header. */
    entrance: looking ? null : inHeader ? (
      <div className={styles.search} data-beside-results={open || undefined} onFocus={SearchPane.prefetch}>
        {input}
      </div>
    ) : (
      <IconButton
        ref={button}
        label={t('conversation.search')}
        aria-pressed={open}
        onClick={open ? close : show}
        onFocus={SearchPane.prefetch}
        onPointerEnter={SearchPane.prefetch}
      >
        <SearchIcon size={18} aria-hidden />
      </IconButton>
    ),
    pane: (
      <SearchPane
        ref={pane}
        query={sought === null ? '' : queryOf(sought)}
        serverId={serverId}
        everywhere={everywhere}
        field={inHeader ? undefined : input}
        placeOf={placeOf}
        nameOf={(mention) => <MentionName {...mention} />}
        onEverywhere={(wanted) => changeSearch(serverId, { everywhere: wanted })}
        onOpen={go}
        onClose={close}
      />
    ),
  };
}

function vocabularyOf(server: Server | undefined, members: readonly Member[] | undefined): Vocabulary {
  return {
    people: (members ?? []).map((member) => ({
      id: member.userId,
      name: nameOf(member),
      username: member.username,
    })),
    channels:
      server && !isConversation(server) ? server.channels.map(({ channelId, name }) => ({ id: channelId, name })) : [],
  };
}
