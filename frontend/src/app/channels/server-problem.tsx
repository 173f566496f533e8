'use client';

import { useQueryClient } from '@tanstack/react-query';
import { CloudOff, SearchX } from 'lucide-react';
import { useLayoutEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { queryKeys } from '@/contracts/query-keys';
import { ProblemError } from '@/http/problem';
import { useFormErrors } from '@/http/use-form-errors';
import { titled } from '../titled';
import { NavigationButton } from './navigation-button';
import styles from './no-channel.module.css';
import { setPageTitle } from './page-title';

/** Why there is nothing to see here, and the way out. */
export function ServerProblem({ serverId, error }: { serverId: string; error: Error | null }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const queryClient = useQueryClient();
  const gone = error === null || (error instanceof ProblemError && error.status === 404);
  const left = queryClient.getQueryData<string>(queryKeys.departed(serverId));
  const title = gone
    ? left === undefined
      ? t('shell.nothingHere')
      : t('shell.noMemberAnyMore', { name: left })
    : t('shell.serverNotLoaded');
  useLayoutEffect(() => setPageTitle(titled(title)), [title]);
  return (
    <main className={styles.page}>
      <NavigationButton />
      {gone ? (
        <EmptyState
          icon={<SearchX size={30} />}
          title={title}
          actions={<LinkButton href="/channels">{t('shell.goToServers')}</LinkButton>}
        >
          {t(left === undefined ? 'shell.nothingHereText' : 'shell.noMemberAnyMoreText')}
        </EmptyState>
      ) : (
        <EmptyState
          icon={<CloudOff size={30} />}
          title={title}
          actions={
            <Button onClick={() => void queryClient.refetchQueries({ queryKey: queryKeys.everyServer })}>
              {t('common.tryAgain')}
            </Button>
          }
        >
          {formErrors(error, []).general}
        </EmptyState>
      )}
    </main>
  );
}
