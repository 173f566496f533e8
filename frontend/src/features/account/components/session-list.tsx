'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { FormError } from '@/components/ui/form-error';
import { LoadFailure } from '@/components/ui/load-failure';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { queryKeys } from '@/contracts/query-keys';
import { useFormErrors } from '@/http/use-form-errors';
import { leave } from '@/session/leave';
import { endAllSessions } from '../api/end-all-sessions';
import { endSession } from '../api/end-session';
import { fetchSessions, type Login } from '../api/fetch-sessions';
import { deviceName, isHandheld } from '../model/device-name';
import styles from './account-settings.module.css';

/** Where one is logged in, and the way to end it there or everywhere. */
export function SessionList() {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const client = useQueryClient();
  const {
    data: logins,
    error,
    isFetching,
    refetch,
  } = useQuery({
    queryKey: queryKeys.sessions,
    queryFn: ({ signal }) => fetchSessions(signal),
    staleTime: 0,
  });
  const ending = useMutation({
    mutationFn: endSession,
    onSuccess: (_, ended) =>
      client.setQueryData<Login[]>(queryKeys.sessions, (all) => all?.filter(({ sessionId }) => sessionId !== ended)),
  });
  return (
    <div className={styles.sessions}>
      <FormError message={formErrors(ending.error, []).general} />
      {error && (
        <LoadFailure message={formErrors(error, []).general} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {logins === undefined && !error && <Skeleton width="100%" height={64} />}
      <ul aria-label={t('account.sessions')}>
        {logins?.map((login) => (
          <Entry
            key={login.sessionId}
            login={login}
            busy={ending.isPending && ending.variables === login.sessionId}
            onEnd={() => ending.mutate(login.sessionId)}
          />
        ))}
      </ul>
      {logins !== undefined && <Everywhere />}
    </div>
  );
}

function Entry({ login, busy, onEnd }: { login: Login; busy: boolean; onEnd(): void }) {
  const t = useTranslations();
  const { userAgent, isCurrent, lastUsedAt, createdAt } = login;
  const name = deviceName(userAgent, t);
  const Icon = isHandheld(userAgent) ? Smartphone : Monitor;
  return (
    <li className={styles.session}>
      <Icon size={22} aria-hidden className={styles.device} />
      <span className={styles.about}>
        <span className={styles.strong}>{name}</span>
        <span className={styles.aside}>
          {t.rich(isCurrent ? 'account.thisBrowser' : 'account.otherBrowser', {
            used: () => <Time at={lastUsedAt} />,
            time: () => <Time at={createdAt} />,
          })}
        </span>
      </span>
      {!isCurrent && (
        <Button look="plain" busy={busy} aria-label={t('account.logOutDevice', { name })} onClick={onEnd}>
          {t('account.logOut')}
        </Button>
      )}
    </li>
  );
}

function Everywhere() {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const [open, setOpen] = useState(false);
  const ending = useMutation({ mutationFn: endAllSessions, onSuccess: leave });
  return (
    <div>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t('account.logOutEverywhere')}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('account.logOutEverywhereTitle')}
        description={t('account.logOutEverywhereText')}
        action={t('account.logOutEverywhere')}
        busy={ending.isPending}
        error={formErrors(ending.error, []).general}
        onConfirm={() => ending.mutate()}
      />
    </div>
  );
}
