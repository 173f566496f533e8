import type { QueryClient } from '@tanstack/react-query';
import { nameOf, type Member } from '@/contracts/member';
import { queryKeys } from '@/contracts/query-keys';
import { isConversation } from '@/contracts/server';
import { Notifier } from '@/features/notifications/model/notifier';
import { showNotification } from '@/features/notifications/model/show';
import { playSound } from '@/features/notifications/model/sound';
import { wishes } from '@/features/notifications/model/wishes';
import { serverQuery } from '@/features/servers/model/servers-store';
import { keyOf } from '@/features/unread/model/unread';
import type { Translate } from '@/i18n/translate';
import type { Mention } from '@/markdown/markdown';
import { plainText } from '@/markdown/plain';
import { profileQuery } from '@/profiles/use-profile';
import type { MessagePosted } from '@/realtime/events';

const SHOWN_CHARACTERS = 200;

/** How the user is called: in words, by notifications and a sound. */
export class Calls {
  readonly #notifier: Notifier;

  constructor(
    private readonly client: QueryClient,
    isUnread: (key: string) => boolean,
    private readonly go: (href: string) => void,
  ) {
    this.#notifier = new Notifier({
      wishes,
      show: showNotification,
      play: playSound,
      isUnread,
      wait: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
    });
  }

  /** Something was read. */
  review(): void {
    this.#notifier.review();
  }

  clear(): void {
    this.#notifier.clear();
  }

  /** Says who said what where, if it is still unread in a moment. */
  async announce(message: MessagePosted, t: Translate): Promise<void> {
    const { serverId, channelId, threadId = null, messageId, authorId, content } = message;
    const [server, author] = await Promise.all([
      this.client.fetchQuery({ ...serverQuery(serverId), staleTime: Infinity }),
      this.client.fetchQuery(profileQuery(authorId)),
    ]);
    const member = this.#members(serverId).find(({ userId }) => userId === authorId);
    const name = member ? nameOf(member) : author.displayName;
    const channel = server.channels.find((candidate) => candidate.channelId === channelId);
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
    const text = plainText(content, called, t('common.spoiler')).slice(0, SHOWN_CHARACTERS);
    const href = `/channels/${serverId}/${channelId}?message=${messageId}`;
    await this.#notifier.call({
      key: keyOf(channelId, threadId),
      title: place === '' ? name : t('notifications.from', { name, place }),
      body: text === '' ? t('notifications.sentFile') : text,
      href,
      onOpen: () => this.go(href),
    });
  }

  #members(serverId: string): readonly Member[] {
    return this.client.getQueryData<readonly Member[]>(queryKeys.members(serverId)) ?? [];
  }
}
