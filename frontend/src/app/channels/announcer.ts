import type { QueryClient } from '@tanstack/react-query';
import type { Member } from '@/contracts/member';
import { queryKeys } from '@/contracts/query-keys';
import { isCalling } from '@/features/notifications/model/calling';
import { Said } from '@/features/notifications/model/said';
import { heardOf } from '@/features/unread/model/badges';
import { keyOf } from '@/features/unread/model/unread';
import { unreadQuery } from '@/features/unread/model/unread-store';
import { serviceClock } from '@/http/service-clock';
import type { Translate } from '@/i18n/translate';
import { ownPresence } from '@/presence/browser-presence';
import type { MessageEvent, MessagePosted } from '@/realtime/events';
import { session } from '@/session/browser-session';
import { closeRead } from '@/web-push/worker';
import type { Calls } from './calls';

/** Calls the user to what is said while they look elsewhere. Of several windows one does. */
export class Announcer {
  /** Its code is fetched when somebody first calls. */
  #calls: Calls | null = null;
  readonly #counted = new Set<string>();
  readonly #said = new Said();
  #isSpeaker = !('locks' in navigator);
  #end: () => void = () => undefined;

  constructor(
    private readonly client: QueryClient,
    private readonly go: (href: string) => void,
    private words: Translate,
  ) {}

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
      this.#calls?.review();
      // What came while no page was open, too; by what has just been told, not by what was known before.
      if (event.type !== 'updated' || event.action.type !== 'success') return;
      void closeRead((tag) => this.#isUnread(tag)).catch(() => undefined);
    });
    return () => {
      controller.abort();
      this.#end();
      this.#isSpeaker = !('locks' in navigator);
      unsubscribe();
      this.#calls?.clear();
    };
  }

  onMessage(event: MessageEvent): void {
    const message = this.#said.take(event);
    if (message === null || !this.#isSpeaker) return;
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
    const { Calls } = await import('./calls');
    this.#calls ??= new Calls(this.client, (key) => this.#isUnread(key), this.go);
    await this.#calls.announce(message, this.words);
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
