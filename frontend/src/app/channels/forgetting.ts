import { drafts } from '@/features/composer/model/drafts';
import { forgetUploads } from '@/features/composer/model/use-uploads';
import { forgetSearch } from '@/features/search/model/search-store';
import { outbox } from '@/features/timeline/model/browser-outbox';
import { tellUnfinished } from '@/features/unread/model/unfinished';
import { ownPresence } from '@/presence/browser-presence';
import { session } from '@/session/browser-session';
import { endRoleView } from './role-view';

/*
 * Whoever signs out leaves nothing behind in this tab. Heard from the moment on at which there is something to forget,
 * and for as long as the tab lives: one may be at another page by then. The export hears it by itself.
 */
session.subscribe(() => {
  if (session.state().status !== 'signed-out') return;
  outbox.close();
  endRoleView();
  drafts.close();
  forgetUploads();
  forgetSearch();
  tellUnfinished(null);
  ownPresence.forget();
});
