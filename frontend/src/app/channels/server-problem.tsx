'use client';

import { useQueryClient } from '@tanstack/react-query';
import { CloudOff, SearchX } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { queryKeys } from '@/contracts/query-keys';
import { formErrors } from '@/http/field-errors';
import { ProblemError } from '@/http/problem';
import styles from './no-channel.module.css';

/** Why there is nothing to see here, and the way out. */
export function ServerProblem({ error }: { error: Error | null }) {
  const queryClient = useQueryClient();
  const gone = error === null || (error instanceof ProblemError && error.status === 404);
  return (
    <main className={styles.page}>
      {gone ? (
        <EmptyState
          icon={<SearchX size={30} />}
          title="There is nothing here"
          actions={<LinkButton href="/channels">Go to your servers</LinkButton>}
        >
          This place does not exist, or you are not a member of its server. An invite link lets you in.
        </EmptyState>
      ) : (
        <EmptyState
          icon={<CloudOff size={30} />}
          title="This server could not be loaded"
          actions={
            <Button onClick={() => void queryClient.refetchQueries({ queryKey: queryKeys.everyServer })}>
              Try again
            </Button>
          }
        >
          {formErrors(error, []).general}
        </EmptyState>
      )}
    </main>
  );
}
