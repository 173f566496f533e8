import type { Message } from '@/contracts/message';
import { fetchMessages } from '../api/fetch-messages';

/** The first message of a timeline from a time on; null if nothing was said since. Deleted ones are not to be seen. */
export async function firstSince(channelId: string, threadId: string | null, time: Date): Promise<Message | null> {
  let page = await fetchMessages(channelId, threadId, { at: time.toISOString() });
  for (;;) {
    const first = page.messages.find(({ at, isDeleted }) => !isDeleted && Date.parse(at) >= time.getTime());
    const last = page.messages.at(-1)?.number;
    if (first || !page.hasAfter || last === undefined || last === null) return first ?? null;
    page = await fetchMessages(channelId, threadId, { after: last });
  }
}
