'use client';

import { useQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useLayoutEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadFailure } from '@/components/ui/load-failure';
import { serversQuery } from '@/features/servers/model/servers-store';
import { useFormErrors } from '@/http/use-form-errors';
import { titled } from '../titled';
import { lastPlace } from './last-place';
import { NavigationButton } from './navigation-button';
import styles from './no-channel.module.css';
import { setPageTitle } from './page-title';
import { useShell } from './shell-context';

/** Goes on where one was last; somebody new finds out what to do first. */
export function NoChannel() {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const router = useRouter();
  const { open, expect } = useShell();
  const { data: servers, error, refetch } = useQuery(serversQuery);

  useEffect(() => {
    const last = lastPlace()?.serverId;
    // Whether the channel where one was is still there, its server knows.
    const server = servers?.find(({ serverId }) => serverId === last) ?? servers?.[0];
    if (server) router.replace(`/channels/${server.serverId}`);
    else if (servers) expect('create-server', 'join-server');
  }, [servers, router, expect]);

  useLayoutEffect(() => setPageTitle(titled()), []);

  return (
    <main className={styles.page}>
      <NavigationButton />
      {servers === undefined && error && (
        <div className={styles.problem}>
          <LoadFailure message={formErrors(error, []).general} onRetry={() => void refetch()} />
        </div>
      )}
      {servers?.length === 0 && (
        <EmptyState
          icon={<MessagesSquare size={30} />}
          title={t('shell.welcome')}
          actions={
            <>
              <Button onClick={() => open({ name: 'create-server' })}>{t('shell.createServer')}</Button>
              <Button look="plain" onClick={() => open({ name: 'join-server' })}>
                {t('shell.joinByInvite')}
              </Button>
            </>
          }
        >
          {t('shell.welcomeText')}
        </EmptyState>
      )}
    </main>
  );
}
