'use client';

import { ConnectionBanner } from '@/features/connection/components/connection-banner';
import { useConnection } from './connection';

/** Above everything that one may look at, so that nobody writes anywhere without being told. */
export function ConnectionNotice() {
  const { state, retry } = useConnection();
  return <ConnectionBanner state={state} onRetry={retry} />;
}
