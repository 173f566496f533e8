import type { Removal } from '../api/ban-member';

/** What services ask for between two requests. */
const PAUSE_MILLIS = 1_000;

/** Somebody is banned, and some of their messages are still there. The same command, under the same key, goes on. */
export class MessagesLeftError extends Error {
  override readonly name = 'MessagesLeftError';
}

/** Bans, and repeats that for as long as messages go with it. Throws a {@link MessagesLeftError} if some stay. */
export async function removeAll(ban: () => Promise<Removal>): Promise<void> {
  for (;;) {
    const { complete, removedMessages } = await ban();
    if (complete) return;
    if (removedMessages === 0) throw new MessagesLeftError('messages are left');
    await new Promise((done) => setTimeout(done, PAUSE_MILLIS));
  }
}
