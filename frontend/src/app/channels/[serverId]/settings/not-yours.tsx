import { Lock } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';

/** Who comes by an address, or has lost the permission meanwhile. */
export function NotYours() {
  return (
    <EmptyState icon={<Lock size={30} />} title="This page is not yours to see" level={2}>
      Your roles here do not let you look at it. Ask somebody who manages the server.
    </EmptyState>
  );
}
