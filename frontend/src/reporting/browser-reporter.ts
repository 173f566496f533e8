import { useEffect } from 'react';
import { Reporter } from './reporter';

/** The one of this tab. */
export const reporter = new Reporter(async (dsn) => (await import('./sentry')).startSentry(dsn));

/** Reports what a page broke by. */
export function useReport(error: unknown): void {
  useEffect(() => reporter.report(error), [error]);
}
