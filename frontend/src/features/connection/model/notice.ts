import type { PlainKey } from '@/i18n/translate';
import type { ConnectionState } from '@/realtime/connection-state';

export interface Notice {
  tone: 'quiet' | 'warning';
  text: PlainKey<'connection'>;
  action: 'retry' | 'reload' | null;
}

/** What to tell about the connection; null when there is nothing to tell. */
export function noticeOf(state: ConnectionState, online: boolean): Notice | null {
  switch (state.name) {
    case 'live':
      return null;
    case 'stopped':
      return state.because === 'client-error'
        ? { tone: 'warning', text: 'connection.notUnderstood', action: 'reload' }
        : null;
    case 'catching-up':
      return { tone: 'quiet', text: 'connection.catchingUp', action: null };
    case 'opening':
    case 'authenticating':
      return online ? { tone: 'warning', text: 'connection.reconnecting', action: null } : OFFLINE;
    case 'waiting':
      return online ? { tone: 'warning', text: 'connection.lost', action: 'retry' } : OFFLINE;
  }
}

const OFFLINE: Notice = {
  tone: 'warning',
  text: 'connection.offline',
  action: null,
};
