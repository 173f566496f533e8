import {
  BrowserClient,
  dedupeIntegration,
  defaultStackParser,
  globalHandlersIntegration,
  linkedErrorsIntegration,
  makeFetchTransport,
  Scope,
  setCurrentClient,
} from '@sentry/browser';
import type { Sink } from './reporter';
import { scrub } from './scrub';

/**
 * Sentry without what it would do of its own accord: it records no clicks, requests or console, and knows neither the
 * page nor its visitor. What is left of an error passes {@link scrub}.
 */
export function startSentry(dsn: string): Sink {
  const client = new BrowserClient({
    dsn,
    transport: makeFetchTransport,
    stackParser: defaultStackParser,
    integrations: [globalHandlersIntegration(), linkedErrorsIntegration(), dedupeIntegration()],
    environment: 'production',
    sendClientReports: false,
    // Nor is the address from which a report comes looked at where it arrives.
    dataCollection: { userInfo: false },
    maxBreadcrumbs: 0,
    beforeSend: (event) => scrub(event),
  });
  const scope = new Scope();
  scope.setClient(client);
  return {
    report: (error) => void scope.captureException(error),
    listen: () => {
      setCurrentClient(client);
      client.init();
    },
  };
}
