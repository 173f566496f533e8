import { RUNTIME_CONFIG_ELEMENT_ID } from './config/runtime-config';
import { reporter } from './reporting/browser-reporter';
import { consistencyTokens, runtimeConfig, session } from './session/browser-session';
import { followOtherTabs } from './session/tabs';

followOtherTabs(session, () => location.replace('/channels'));
session.subscribe(() => {
  if (session.state().status !== 'signed-out') return;
  consistencyTokens.clear();
  // Few browsers have one, and only those load what forgets it.
  void navigator.serviceWorker
    ?.getRegistrations()
    .then(async ({ length }) => {
      if (length > 0) await (await import('./web-push/worker')).forgetPush();
    })
    .catch(() => undefined);
});

function begin(): void {
  void reporter.start(runtimeConfig().sentryDsn, window);
  void session.restore();
}

/*
 * Who looks at the page is asked before there is a page: whatever is shown waits for the answer. Where the services are
 * stands in the head of the page, which may still be arriving.
 */
if (document.getElementById(RUNTIME_CONFIG_ELEMENT_ID)) begin();
else document.addEventListener('DOMContentLoaded', begin, { once: true });
