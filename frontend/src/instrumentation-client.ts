import { RUNTIME_CONFIG_ELEMENT_ID } from './config/runtime-config';
import { consistencyTokens, session } from './session/browser-session';
import { followOtherTabs } from './session/tabs';

followOtherTabs(session, () => location.replace('/channels'));
session.subscribe(() => session.state().status === 'signed-out' && consistencyTokens.clear());

function begin(): void {
  void session.restore();
}

/*
 * Who looks at the page is asked before there is a page: whatever is shown waits for the answer. Where the services are
 * stands in the head of the page, which may still be arriving.
 */
if (document.getElementById(RUNTIME_CONFIG_ELEMENT_ID)) begin();
else document.addEventListener('DOMContentLoaded', begin, { once: true });
