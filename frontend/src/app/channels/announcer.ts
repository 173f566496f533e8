import type { QueryClient } from '@tanstack/react-query';
import type { Member } from '@/contracts/member';
import { nameOf } from '@/contracts/member';
import { queryKeys } from '@/contracts/query-keys';
import { isConversation } from '@/contracts/server';
import { isCalling } from '@/features/notifications/model/calling';
import { Notifier } from '@/features/notifications/model/notifier';
import { showNotification } from '@/features/notifications/model/show';
import { playSound } from '@/features/notifications/model/sound';
import { wishes } from '@/features/notifications/model/wishes';
import { serverQuery } from '@/features/servers/model/servers-store';
import { heardOf } from '@/features/unread/model/badges';
import { keyOf } from '@/features/unread/model/unread';
import { unreadQuery } from '@/features/unread/model/unread-store';
import { serviceClock } from '@/http/service-clock';
import type { Translate } from '@/i18n/translate';
import type { Mention } from '@/markdown/markdown';
import { plainText } from '@/markdown/plain';
import { ownPresence } from '@/presence/browser-presence';
import { profileQuery } from '@/profiles/use-profile';
import type { MessageEvent, MessagePosted } from '@/realtime/events';
import { session } from '@/session/browser-session';
import { closeRead } from '@/web-push/worker';

const SHOWN_CHARACTERS = 200;

/** Calls the user to what is said while they look elsewhere. Of several windows one does. */
export class Announcer {
  readonly #notifier: Notifier;
  readonly #counted = new Set<string>();
  #isSpeaker = !('locks' in navigator);
  #end: () => void = () => undefined;

  constructor(
    private readonly client: QueryClient,
    private readonly go: (href: string) => void,
    private words: Translate,
  ) {
    this.#notifier = new Notifier({
      wishes,
      show: showNotification,
      play: playSound,
      isUnread: (key) => this.#isUnread(key),
      wait: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
    });
  }

  /** From now on it calls in another language. */
  speak(words: Translate): void {
    this.words = words;
  }

  start(): () => void {
    const controller = new AbortController();
    if ('locks' in navigator) {
      const held = new Promise<void>((resolve) => (this.#end = resolve));
      navigator.locks
        .request('webchat.announcer', { signal: controller.signal }, () => {
          this.#isSpeaker = true;
          return held;
        })
        // Another window speaks, until this one is closed.
        .catch(() => undefined);
    }
    const unsubscribe = this.client.getQueryCache().subscribe((event) => {
      if (event.query.queryKey[0] !== queryKeys.unread[0]) return;
      this.#notifier.review();
      // What came while no page was open, too; by what has just been told, not by what was known before.
      if (event.type !== 'updated' || event.action.type !== 'success') return;
      void closeRead((tag) => this.#isUnread(tag)).catch(() => undefined);
    });
    return () => {
      controller.abort();
      this.#end();
      this.#isSpeaker = !('locks' in navigator);
      unsubscribe();
      this.#notifier.clear();
    };
  }

  onMessage(event: MessageEvent): void {
    if (event.type !== 'webchat.message.posted.v1' || !this.#isSpeaker) return;
    const message = event.data;
    if (this.#isCalling(message)) void this.#announce(message).catch(() => undefined);
  }

  #isCalling(message: MessagePosted): boolean {
    const state = session.state();
    const unread = this.client.getQueryData(unreadQuery.queryKey);
    if (state.status !== 'signed-in' || unread === undefined) return false;
    const { serverId, channelId, threadId = null } = message;
    const { userId } = state.user;
    const me = this.#members(serverId).find((member) => member.userId === userId);
    return isCalling(
      message,
      {
        ...heardOf(unread, serverId, channelId),
        userId,
        roleIds: me?.roleIds ?? [],
        follows: threadId === null || unread.timelines[keyOf(channelId, threadId)] !== undefined,
        doNotDisturb: ownPresence.chosen() === 'do-not-disturb',
        isLooking: document.hasFocus() && location.pathname.endsWith(`/${channelId}`),
      },
      serviceClock.now(),
    );
  }

  async #announce(message: MessagePosted): Promise<void> {
    const { serverId, channelId, threadId = null, messageId, authorId, content } = message;
    const [server, author] = await Promise.all([
      this.client.fetchQuery({ ...serverQuery(serverId), staleTime: Infinity }),
      this.client.fetchQuery(profileQuery(authorId)),
    ]);
    const member = this.#members(serverId).find(({ userId }) => userId === authorId);
    const name = member ? nameOf(member) : author.displayName;
    const channel = server.channels.find((candidate) => candidate.channelId === channelId);
    const t = this.words;
    const place = isConversation(server)
      ? server.name
      : t('notifications.channelIn', { channel: channel?.name ?? '', server: server.name });
    const called = ({ kind, id }: Mention): string => {
      switch (kind) {
        case 'user': {
          const one = this.#members(serverId).find(({ userId }) => userId === id);
          const profile = this.client.getQueryData(profileQuery(id).queryKey);
          return one ? nameOf(one) : (profile?.displayName ?? t('common.unknownUser'));
        }
        case 'role':
          return server.roles.find(({ roleId }) => roleId === id)?.name ?? t('timeline.deletedRole');
        case 'channel':
          return server.channels.find(({ channelId: other }) => other === id)?.name ?? t('timeline.unknownChannel');
      }
    };
    const text = plainText(content, called).slice(0, SHOWN_CHARACTERS);
    const href = `/channels/${serverId}/${channelId}?message=${messageId}`;
    await this.#notifier.call({
      key: keyOf(channelId, threadId),
      title: place === '' ? name : t('notifications.from', { name, place }),
      body: text === '' ? t('notifications.sentFile') : text,
      href,
      onOpen: () => this.go(href),
    });
  }

  /** What only the services can count, or have not told yet, is unread until they do; what is left has gone. */
  #isUnread(key: string): boolean {
    const unread = this.client.getQueryData(unreadQuery.queryKey)?.timelines[key];
    if (unread === undefined) return !this.#counted.has(key);
    this.#counted.add(key);
    return unread.isStale || unread.unread > 0;
  }

  #members(serverId: string): readonly Member[] {
    return this.client.getQueryData<readonly Member[]>(queryKeys.members(serverId)) ?? [];
  }
}
