import type { PlainKey } from '@/i18n/translate';
import type { ConnectionState } from '@/realtime/connection-state';

export type Notice =
  | {
      tone: 'quiet' | 'warning';
      text: PlainKey<'connection'>;
      /** A retry that is under way cannot be asked for, but stays where it is. */
      action: 'retry' | 'retrying' | 'reload' | null;
    }
  /** What is shown may be behind by so many seconds. */
  | { tone: 'warning'; behind: number };

/**
 * What to tell about the connection; null when there is nothing to tell. Between one attempt and the next it is the same.
 *
 * @param behind by how many seconds the services say that what is shown may be behind; null for not worth a word
 */
export function noticeOf(state: ConnectionState, online: boolean, behind: number | null): Notice | null {
  switch (state.name) {
    case 'live':
      return behind === null ? null : { tone: 'warning', behind: rounded(behind) };
    case 'stopped':
      return state.because === 'client-error'
        ? { tone: 'warning', text: 'connection.notUnderstood', action: 'reload' }
        : null;
    case 'catching-up':
      return { tone: 'quiet', text: 'connection.catchingUp', action: null };
    case 'opening':
    case 'authenticating':
      if (!online) return OFFLINE;
      return state.attempt === 0
        ? { tone: 'quiet', text: 'connection.connecting', action: null }
        : { tone: 'warning', text: 'connection.lost', action: 'retrying' };
    case 'waiting':
      return online ? { tone: 'warning', text: 'connection.lost', action: 'retry' } : OFFLINE;
  }
}

const OFFLINE: Notice = {
  tone: 'warning',
  text: 'connection.offline',
  action: null,
};

/** In steps, so that it is not read out anew with every answer. */
function rounded(seconds: number): number {
  const step = seconds <= 60 ? 10 : 60;
  return Math.ceil(seconds / step) * step;
}
