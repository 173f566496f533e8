'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { FormError } from '@/components/ui/form-error';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { queryKeys } from '@/contracts/query-keys';
import { formErrors } from '@/http/field-errors';
import { session } from '@/session/browser-session';
import { endAllSessions } from '../api/end-all-sessions';
import { endSession } from '../api/end-session';
import { fetchSessions, type Login } from '../api/fetch-sessions';
import { deviceName, isHandheld } from '../model/device-name';
import styles from './account-settings.module.css';

/** Where one is logged in, and the way to end it there or everywhere. */
export function SessionList() {
  const client = useQueryClient();
  const { data: logins, error } = useQuery({
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
      <FormError message={formErrors(ending.error ?? error, []).general} />
      {logins === undefined && !error && <Skeleton width="100%" height={64} />}
      <ul aria-label="Where you are logged in">
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
  const { userAgent, isCurrent, lastUsedAt, createdAt } = login;
  const name = deviceName(userAgent);
  const Icon = isHandheld(userAgent) ? Smartphone : Monitor;
  return (
    <li className={styles.session}>
      <Icon size={22} aria-hidden className={styles.device} />
      <span className={styles.about}>
        <span className={styles.strong}>{name}</span>
        <span className={styles.aside}>
          {isCurrent ? (
            'This browser'
          ) : (
            <>
              Last used <Time at={lastUsedAt} />
            </>
          )}
          , logged in <Time at={createdAt} />
        </span>
      </span>
      {!isCurrent && (
        <Button look="plain" busy={busy} aria-label={`Log out ${name}`} onClick={onEnd}>
          Log out
        </Button>
      )}
    </li>
  );
}

function Everywhere() {
  const [open, setOpen] = useState(false);
  const ending = useMutation({ mutationFn: endAllSessions, onSuccess: () => session.end() });
  return (
    <div>
      <Button look="danger" onClick={() => setOpen(true)}>
        Log out everywhere
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title="Log out everywhere?"
        description="All your browsers are logged out within ten minutes, this one at once. Your password stays as it is."
        action="Log out everywhere"
        busy={ending.isPending}
        error={formErrors(ending.error, []).general}
        onConfirm={() => ending.mutate()}
      />
    </div>
  );
}
