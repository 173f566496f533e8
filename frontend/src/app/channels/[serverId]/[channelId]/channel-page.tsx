'use client';

import { UserPlus } from 'lucide-react';
import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { paneOnDemand, quietlyOnDemand } from '@/components/ui/on-demand';
import { useBack } from '@/components/ui/use-back';
import { useEscape } from '@/components/ui/use-escape';
import { useWide } from '@/components/ui/use-media';
import { useSwipe } from '@/components/ui/use-swipe';
import { nameOf } from '@/contracts/member';
import type { Message } from '@/contracts/message';
import { isPrivate, may, type PermissionSet } from '@/contracts/permissions';
import { isConversation } from '@/contracts/server';
import { ChannelHeader } from '@/features/channels/components/channel-header';
import { ChannelIcon } from '@/features/channels/components/channel-icon';
import { useObstacle } from '@/features/composer/model/use-obstacle';
import { ConversationIcon } from '@/features/conversations/components/conversation-icon';
import { MemberList } from '@/features/members/components/member-list';
import { changeSearch } from '@/features/search/model/search-store';
import { ChannelBeginning } from '@/features/timeline/components/channel-beginning';
import { ConversationContext } from '@/features/timeline/components/conversation-context';
import { JumpToDateButton } from '@/features/timeline/components/jump-to-date';
import { PinsButton } from '@/features/timeline/components/pins-button';
import { useLastSent } from '@/features/timeline/model/use-last-sent';
import { namesWords } from '@/i18n/names-words';
import { CalledHere } from '@/profiles/called';
import { useMe } from '@/session/use-session';
import { titled } from '../../../titled';
import { rememberPlace, type Place } from '../../last-place';
import { ServerProblem } from '../../server-problem';
import { MessageMember } from '../../message-member';
import { setPageTitle } from '../../page-title';
import { useShell } from '../../shell-context';
import { useHere } from '../../use-here';
import styles from './channel-page.module.css';
import { ConversationPane } from './conversation-pane';
import { LostNotice } from './lost-notice';
import { MentionSearchHere } from './mention-search-here';
import { useAskedMessage } from './use-asked-message';
import { useChannelSuggestions } from './use-channel-suggestions';
import { useConversationHere } from './use-conversation-here';
import { useFocusBack } from './use-focus-back';
import { useHold } from './use-hold';
import { usePast } from './use-past';
import { useSearch } from './use-search';
import { useReaders, useSuggestions } from './use-suggestions';

const ThreadPane = paneOnDemand(
  () => import('./thread-pane').then((module) => module.ThreadPane),
  ({ onClose }) => onClose(),
);

/** Most channels are of servers. */
const PairMenu = quietlyOnDemand(() => import('./pair-menu').then((module) => module.PairMenu));
const GroupHere = quietlyOnDemand(() => import('./group-here').then((module) => module.GroupHere));

const NOTHING: PermissionSet = [];

/** The thread beside the channel, and the message of it that one wants to go to. */
interface OpenThread {
  readonly threadId: string;
  readonly message: Message | null;
}

export function ChannelPage({ serverId, channelId }: Place) {
  const t = useTranslations();
  const locale = useLocale();
  const shell = useShell();
  const { server, error, members, membersFailed, retryMembers, me, called, viewedRole, permissionsIn } =
    useHere(serverId);
  const looking = viewedRole !== null;
  const channel = server?.channels.find((candidate) => candidate.channelId === channelId);
  const wide = useWide();
  const [membersWanted, setMembersWanted] = useState<boolean | null>(null);
  const membersShown = membersWanted ?? (wide && server?.kind !== 'pair');
  const [thread, setThread] = useState<OpenThread | null>(null);
  const threadId = thread?.threadId ?? null;
  const openThread = useCallback(
    (id: string | null, message: Message | null = null) => setThread(id === null ? null : { threadId: id, message }),
    [],
  );
  const myId = useMe()?.userId;
  const lastSentAt = useLastSent(channelId, myId);
  const writing = useObstacle({
    permissions: channel && permissionsIn(channel),
    member: me,
    slowModeSeconds: channel?.slowModeSeconds ?? 0,
    lastSentAt,
    looking,
  });

  const granted = channel && permissionsIn(channel);
  const silent = writing.obstacle?.because === 'timed-out';
  const key = (granted ?? []).join();
  // Who is timed out may only read and take back.
  const permissions = useMemo(() => (silent || key === '' ? NOTHING : key.split(',')), [silent, key]);
  const { heldIn, onMarkUnread } = useHold(channelId);
  const readers = useReaders(server, channel, members);
  const mentionable = useSuggestions(server, readers, permissions);
  const namable = useChannelSuggestions(server);
  const suggestions = useMemo(() => [...mentionable, ...namable], [mentionable, namable]);
  // Of whom one looks as there are no messages.
  const authorId = (looking ? me?.userId : myId) ?? '';
  const where = { server, me, myId: authorId, permissions, suggestions, onOpenThread: openThread, onMarkUnread };
  const here = useConversationHere(where);
  const lost = useAskedMessage(channelId, here.conversation.onJump, openThread);
  const closeThread = useCallback(() => openThread(null), [openThread]);
  const { onJump } = here.conversation;
  const search = useSearch({
    serverId,
    channelId,
    server,
    members,
    wide,
    besideThread: threadId !== null,
    besideList: membersShown && threadId === null,
    looking,
    onJump,
    onOpenThread: openThread,
  });
  const listShown = membersShown && threadId === null && !search.open;

  const direct = server !== undefined && isConversation(server);
  const others = (members ?? []).filter(({ userId }) => userId !== myId);
  const partner = server?.kind === 'pair' ? (others[0]?.userId ?? null) : null;
  const name = direct ? server.name || namesWords(others.map(nameOf), locale) : (channel?.name ?? '');
  const title = direct ? name : `#${name}`;
  const past = usePast({ channelId, name, direct });

  useLayoutEffect(() => {
    if (!channel || !server) return;
    rememberPlace({ serverId, channelId });
    setPageTitle(direct ? titled(name) : titled(title, server.name));
  }, [channel, server, serverId, channelId, direct, name, title]);

  useFocusBack(threadId ?? (listShown ? 'members' : null));
  useBack('thread', threadId, openThread);
  useBack('search', search.open && threadId === null ? 'open' : null, (what) =>
    what === null ? search.close() : changeSearch(serverId, { open: true }),
  );
  useBack('members', listShown ? 'open' : null, (what) => setMembersWanted(what !== null));

  // Where the panes slide over the conversation.
  const listSwipe = useSwipe('edges', {
    backward: () => threadId === null && !search.open && setMembersWanted(true),
  });
  const closePane = () => {
    if (threadId !== null) closeThread();
    else if (search.open) search.close();
    else setMembersWanted(false);
  };
  const closeSwipe = useSwipe('anywhere', { forward: closePane });
  const paneSwipe = wide ? null : closeSwipe;

  useEscape(() => setMembersWanted(false), { on: listShown && !wide });

  if (server === undefined && error) return <ServerProblem serverId={serverId} error={error} />;
  if (server !== undefined && channel === undefined) return <ServerProblem serverId={serverId} error={null} />;

  const mayInvite = !direct && may(server?.permissions, 'create-invites');

  return (
    <CalledHere value={called}>
      <MentionSearchHere serverId={serverId}>
        <ConversationContext value={here.conversation}>
          <main className={styles.conversation} data-tight={search.tight || undefined} {...(!wide && listSwipe)}>
            <ChannelHeader
              name={channel && name}
              topic={channel?.topic ?? null}
              icon={
                direct ? (
                  <ConversationIcon userId={partner} name={name} />
                ) : (
                  <ChannelIcon isPrivate={channel !== undefined && isPrivate(channel, serverId)} size={20} />
                )
              }
              mayInvite={mayInvite}
              membersShown={listShown}
              onToggleMembers={() => {
                closeThread();
                changeSearch(serverId, { open: false });
                setMembersWanted(!listShown);
              }}
              onInvite={() => shell.open({ name: 'invite' })}
              onBack={shell.showNavigation}
              search={search.entrance}
            >
              <JumpToDateButton channelId={channelId} className={styles.date} />
              {past.entrance}
              <PinsButton channelId={channelId} />
              {server?.kind === 'group' && (
                <GroupHere
                  serverId={serverId}
                  channelId={channelId}
                  name={server.name}
                  userIds={(members ?? []).map(({ userId }) => userId)}
                  onLookBack={past.lookBack}
                />
              )}
              {server?.kind === 'pair' && <PairMenu channelId={channelId} onLookBack={past.lookBack} />}
            </ChannelHeader>
            <ConversationPane
              channelId={channelId}
              channelName={name}
              label={t('conversation.messagesIn', { name })}
              fieldLabel={t('conversation.messageTo', { name: title })}
              here={here}
              writing={writing}
              suggestions={suggestions}
              held={looking || heldIn(null)}
              beginning={
                <ChannelBeginning
                  icon={direct ? <ConversationIcon userId={partner} name={name} size="large" /> : undefined}
                  title={direct ? title : t('conversation.welcomeTo', { name: title })}
                  text={direct ? t('conversation.beginningDirect') : t('conversation.beginningChannel')}
                >
                  {mayInvite && (
                    <Button look="plain" onClick={() => shell.open({ name: 'invite' })}>
                      <UserPlus size={18} aria-hidden />
                      {t('shell.invitePeople')}
                    </Button>
                  )}
                </ChannelBeginning>
              }
            >
              <LostNotice lost={lost} />
            </ConversationPane>
          </main>
          {past.view}
          {threadId !== null && (
            <>
              <div className={styles.scrim} onClick={closeThread} aria-hidden {...paneSwipe} />
              <div className={styles.aside} {...paneSwipe}>
                <ThreadPane
                  key={threadId}
                  channelId={channelId}
                  channelName={name}
                  threadId={threadId}
                  asked={thread}
                  where={where}
                  writing={writing}
                  suggestions={suggestions}
                  held={looking || heldIn(threadId)}
                  onClose={closeThread}
                />
              </div>
            </>
          )}
          {threadId === null && search.open && (
            <>
              <div className={styles.scrim} onClick={search.close} aria-hidden {...paneSwipe} />
              <div className={styles.aside} {...paneSwipe}>
                {search.pane}
              </div>
            </>
          )}
          {listShown && (
            <>
              <div className={styles.scrim} onClick={() => setMembersWanted(false)} aria-hidden {...paneSwipe} />
              <div className={styles.aside} {...paneSwipe}>
                <MemberList
                  server={server}
                  members={readers}
                  me={me}
                  failed={membersFailed}
                  onRetry={retryMembers}
                  {...(!direct && { contact: (userId) => <MessageMember userId={userId} /> })}
                />
              </div>
            </>
          )}
        </ConversationContext>
      </MentionSearchHere>
    </CalledHere>
  );
}
