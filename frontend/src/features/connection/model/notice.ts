import type { ConnectionState } from '@/realtime/connection-state';

export interface Notice {
  tone: 'quiet' | 'warning';
  text: string;
  action: 'retry' | 'reload' | null;
}

/** What to tell about the connection; null when there is nothing to tell. */
export function noticeOf(state: ConnectionState, online: boolean): Notice | null {
  switch (state.name) {
    case 'live':
      return null;
    case 'stopped':
      return state.because === 'client-error'
        ? { tone: 'warning', text: 'This page no longer understands WebChat. Reload it to go on.', action: 'reload' }
        : null;
    case 'catching-up':
      return { tone: 'quiet', text: 'Connected. Catching up on what you missed…', action: null };
    case 'opening':
    case 'authenticating':
      return online ? { tone: 'warning', text: 'Reconnecting…', action: null } : OFFLINE;
    case 'waiting':
      return online
        ? { tone: 'warning', text: 'The connection was lost. Reconnecting shortly…', action: 'retry' }
        : OFFLINE;
  }
}

const OFFLINE: Notice = {
  tone: 'warning',
  text: 'You are offline. What you write is kept, and sent when you are back.',
  action: null,
};
