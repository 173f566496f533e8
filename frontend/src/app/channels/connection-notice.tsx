'use client';

import { onDemand } from '@/components/ui/on-demand';
import { ConnectionBanner } from '@/features/connection/components/connection-banner';
import { useUnfinished } from '@/features/unread/model/unfinished';
import { useConnection } from './connection';

const UnfinishedReading = onDemand(() =>
  import('@/features/unread/components/unfinished-reading').then((module) => module.UnfinishedReading),
);

/** Above everything that one may look at, so that nobody writes anywhere without being told. */
export function ConnectionNotice() {
  const { state, retry } = useConnection();
  return <ConnectionBanner state={state} onRetry={retry} />;
}

/** What could not be marked as read, from wherever one asked for it. */
export function ReadingNotice() {
  const unfinished = useUnfinished();
  return <div role="status">{unfinished && <UnfinishedReading unfinished={unfinished} />}</div>;
}
