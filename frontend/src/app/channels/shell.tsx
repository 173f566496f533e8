'use client';

import { useParams, usePathname } from 'next/navigation';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Menu } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import { useBack } from '@/components/ui/use-back';
import { useSwipe } from '@/components/ui/use-swipe';
import { isConversation } from '@/contracts/server';
import { EditField } from '@/features/composer/components/edit-field-on-demand';
import { SuggestionList } from '@/features/composer/components/suggestion-list-on-demand';
import { SearchField } from '@/features/search/components/search-field-on-demand';
import { ServerRail } from '@/features/servers/components/server-rail';
import { MessageToolbar } from '@/features/timeline/components/message-toolbar-on-demand';
import { NotificationItems } from '@/features/unread/components/notification-items-on-demand';
import { ConnectionNotice, ReadingNotice } from './connection-notice';
import { DirectLink } from './direct-link';
import { InboxButton } from './inbox-button';
import { RailActions } from './rail-actions';
import { badgesAsRole } from './role-badges';
import { endRoleView, useRoleView } from './role-view';
import { RoleViewBanner } from './role-view-banner';
import { ShellContext, type ShellDialog } from './shell-context';
import { prefetchDialogs, ShellDialogs } from './shell-dialogs';
import styles from './shell.module.css';
import { Sidebar } from './sidebar';
import { SwitcherButton } from './switcher-button';
import { useBadges } from './use-badges';
import { useHere } from './use-here';
import { useNoStrayDrops } from './use-no-stray-drops';
import { useShellKeys } from './use-shell-keys';
import { useStopViewing } from './use-stop-viewing';
import { whenIdle } from './when-idle';

const NARROW = '(max-width: 719px)';

/** Rail, channel list and the page beside them. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations();
  const path = usePathname();
  const { serverId = null, channelId = null } = useParams<{ serverId?: string; channelId?: string }>();
  const { server, error, isOwner, viewedRole, isViewOver, permissionsIn } = useHere(serverId);
  const roleView = useRoleView(serverId);
  const channelIds = useMemo(() => new Set(server?.channels.map((channel) => channel.channelId)), [server]);
  const badges = badgesAsRole(useBadges(), viewedRole === null ? null : serverId, channelIds);
  const [dialog, setDialog] = useState<ShellDialog | null>(null);
  // The navigation covers a narrow screen until one goes somewhere.
  const [navigationOn, setNavigationOn] = useState<string | null>(null);
  if (navigationOn !== null && navigationOn !== path) setNavigationOn(null);
  const navigationShown = navigationOn === path;
  useBack('navigation', navigationShown ? 'open' : null, (what) => setNavigationOn(what === null ? null : path));

  // Where there is room for one pane only.
  const openSwipe = useSwipe('edges', { forward: () => matchMedia(NARROW).matches && setNavigationOn(path) });
  const closeSwipe = useSwipe('anywhere', { backward: () => setNavigationOn(null) });

  const direct = path === '/channels/direct' || (server !== undefined && isConversation(server));

  // Who asks for these by the keyboard types on at once, and menus are wanted everywhere.
  useEffect(
    () =>
      whenIdle(() => {
        Menu.prefetch();
        Popover.prefetch();
        EditField.prefetch();
        MessageToolbar.prefetch();
        SuggestionList.prefetch();
        NotificationItems.prefetch();
        SearchField.prefetch();
        prefetchDialogs('switcher', 'shortcuts');
      }),
    [],
  );
  // Whoever goes elsewhere does so as themselves, and so does whoever may look as others no longer.
  useEffect(() => endRoleView, [serverId]);
  useEffect(() => {
    if (isViewOver) endRoleView();
  }, [isViewOver]);
  useNoStrayDrops();
  const stopViewing = useStopViewing(serverId);
  const onEscape = viewedRole === null ? null : stopViewing;
  useShellKeys({ serverId, channelId, server, direct, badges, open: setDialog, onEscape });
  const actions = useMemo(
    () => ({ open: setDialog, expect: prefetchDialogs, showNavigation: () => setNavigationOn(path) }),
    [path],
  );

  return (
    <ShellContext value={actions}>
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <div className={styles.frame}>
        <RoleViewBanner
          serverId={serverId ?? ''}
          role={viewedRole}
          withheld={roleView?.withheld ?? 0}
          onStop={stopViewing}
        />
        <ConnectionNotice />
        <ReadingNotice />
        <div className={styles.shell} data-navigation={navigationShown || undefined}>
          <div className={styles.navigation} {...(navigationShown && closeSwipe)}>
            <ServerRail
              activeServerId={serverId}
              badgeOf={badges.ofServer}
              top={
                <>
                  <DirectLink active={direct} badge={badges.direct} />
                  <InboxButton unread={badges.total.mentions - badges.direct.mentions} />
                  <SwitcherButton />
                </>
              }
            >
              <RailActions />
            </ServerRail>
            <Sidebar
              serverId={serverId}
              server={server}
              failed={server === undefined && error !== null}
              direct={direct}
              isOwner={isOwner}
              activeChannelId={channelId}
              settings={serverId !== null && path.startsWith(`/channels/${serverId}/settings`)}
              accountSettings={path.startsWith('/channels/settings')}
              looking={viewedRole !== null}
              permissionsIn={permissionsIn}
              badges={badges}
              onClose={() => setNavigationOn(null)}
            />
          </div>
          <div id="main" className={styles.page} {...openSwipe}>
            {children}
          </div>
        </div>
      </div>
      <ShellDialogs dialog={dialog} server={server} badges={badges} onClose={() => setDialog(null)} />
    </ShellContext>
  );
}
