import type { Session } from './session';

/** Only one tab at a time renews the session; where the browser has no locks (no secure context), tabs take their chance. */
export async function exclusivelyAmongTabs<T>(task: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return task();
  return (await navigator.locks.request('webchat.session', task)) as T;
}

type Notice = { userId: string | null };

/**
 * Keeps the tabs of one browser in step, since they share one refresh cookie: signing out anywhere signs out everywhere,
 * signing in anywhere signs in the others, and a tab that showed somebody else starts anew.
 */
export function followOtherTabs(session: Session, startAnew: () => void): () => void {
  const channel = new BroadcastChannel('webchat.session');
  let shown = userOf(session);

  channel.onmessage = ({ data }: MessageEvent<Notice>) => {
    if (data.userId === shown) return;
    shown = data.userId;
    if (data.userId === null) session.end();
    else if (session.state().status === 'signed-in') startAnew();
    else void session.restore();
  };
  const unsubscribe = session.subscribe(() => {
    const { status } = session.state();
    if (status !== 'signed-in' && status !== 'signed-out') return;
    const user = userOf(session);
    if (user === shown) return;
    const changedHands = shown !== null && user !== null;
    shown = user;
    channel.postMessage({ userId: user } satisfies Notice);
    if (changedHands) startAnew();
  });
  return () => {
    unsubscribe();
    channel.close();
  };
}

function userOf(session: Session): string | null {
  const state = session.state();
  return state.status === 'signed-in' ? state.user.userId : null;
}
