import { drafts } from '@/features/composer/model/drafts';
import { rememberUploads } from '@/features/composer/model/use-uploads';
import { outbox } from '@/features/timeline/model/browser-outbox';
import { session } from '@/session/browser-session';
import { isKept } from '@/storage/written';

/** What somebody wrote here and did not send is there again when they are signed in. */
function remember(): void {
  const state = session.state();
  if (state.status !== 'signed-in') return;
  void outbox.open(state.user.userId);
  void drafts.open(state.user.userId);
  rememberUploads(state.user.userId);
}

if (typeof window !== 'undefined') {
  session.subscribe(remember);
  remember();
  // Another tab may have been closed before this one was looked at.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void outbox.collect());
  // Where the browser keeps nothing, what is not sent goes with the page.
  addEventListener('beforeunload', (event) => {
    if (outbox.hasUnsent() && !isKept()) event.preventDefault();
  });
}
