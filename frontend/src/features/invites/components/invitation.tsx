'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { CardPage } from '@/components/ui/card-page';
import { FormError } from '@/components/ui/form-error';
import { HomeLink } from '@/components/ui/home-link';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { queryKeys } from '@/contracts/query-keys';
import { isTransient, ProblemError } from '@/http/problem';
import { useCommandKeys } from '@/http/use-command-keys';
import { useFormErrors } from '@/http/use-form-errors';
import { useObjectUrl } from '@/http/use-object-url';
import { useSession } from '@/session/use-session';
import { fetchInvite, type Invite } from '../api/fetch-invite';
import { fetchInviteIcon } from '../api/fetch-invite-icon';
import { joinByInvite } from '../api/join-by-invite';
import styles from './invitation.module.css';

interface Props {
  code: string;
  /** How somebody who is not signed in goes on. */
  signedOutActions: ReactNode;
  /** Whether whoever is signed in is a member of it already; undefined while that is not known. */
  isMemberOf(serverId: string): boolean | undefined;
  /** They have joined, or are a member already. */
  onEnter(serverId: string): void;
  onDecline(): void;
}

export function Invitation({ code, signedOutActions, isMemberOf, onEnter, onDecline }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const { status } = useSession();
  const joining = useJoining(code, onEnter);
  const invite = useQuery({
    queryKey: queryKeys.invite(code),
    queryFn: ({ signal }) => fetchInvite(code, signal),
    enabled: status !== 'restoring',
  });

  const problem = invite.error instanceof ProblemError ? invite.error.status : null;
  // It helps to ask again neither for one that nobody knows nor for one that is over.
  if (problem === 404 || problem === 410) {
    return (
      <CardPage
        brand={<HomeLink />}
        title={t('invites.notValid')}
        subtitle={
          problem === 404
            ? t('invites.notValidText')
            : `${formErrors(invite.error, []).general ?? ''} ${t('invites.askForAnother')}`
        }
      >
        <Button look="plain" onClick={onDecline}>
          {t('invites.goToWebChat')}
        </Button>
      </CardPage>
    );
  }
  if (invite.isError) {
    return (
      <CardPage brand={<HomeLink />} title={t('invites.notLoaded')} subtitle={formErrors(invite.error, []).general}>
        <Button onClick={() => void invite.refetch()}>{t('common.tryAgain')}</Button>
      </CardPage>
    );
  }
  // Who joins now becomes a member on the way in.
  const joins = joining.isPending || joining.isSuccess;
  const isMember = status === 'signed-in' && invite.data ? !joins && isMemberOf(invite.data.serverId) : undefined;
  return (
    <CardPage brand={<HomeLink />} title={isMember === true ? t('invites.memberAlready') : t('invites.invited')}>
      <div className={styles.server}>
        {invite.data ? <Icon invite={invite.data} /> : <Skeleton width={72} height={72} />}
        <div>
          <p className={styles.name} dir="auto">
            {invite.data?.serverName ?? <Skeleton width={140} height={20} />}
          </p>
          <p className={styles.facts}>
            {invite.data ? (
              <>
                <span>{t('common.members', { count: invite.data.memberCount })}</span>
                <Expiry at={invite.data.expiresAt} />
              </>
            ) : (
              <Skeleton width={80} />
            )}
          </p>
        </div>
      </div>
      {invite.data?.description && (
        <p className={styles.description} dir="auto">
          {invite.data.description}
        </p>
      )}
      {invite.data && isMember === false && (
        <Join name={invite.data.serverName} joining={joining} onDecline={onDecline} />
      )}
      {invite.data && isMember === true && (
        <div className={styles.actions}>
          <Button wide autoFocus onClick={() => onEnter(invite.data.serverId)}>
            {t('invites.goTo', { name: invite.data.serverName })}
          </Button>
        </div>
      )}
      {status === 'signed-out' && <div className={styles.actions}>{signedOutActions}</div>}
    </CardPage>
  );
}

/** The icon of the server; its initials where it has none, and until it is there. */
function Icon({ invite: { code, serverId, serverName, iconId } }: { invite: Invite }) {
  const { data } = useQuery({
    queryKey: [...queryKeys.invite(code), 'icon', iconId],
    queryFn: ({ signal }) => fetchInviteIcon(code, iconId ?? '', signal),
    enabled: iconId !== null,
    staleTime: Infinity,
  });
  return <Avatar id={serverId} name={serverName} size="large" shape="square" image={useObjectUrl(data)} />;
}

function Expiry({ at }: { at: string | null }) {
  const t = useTranslations();
  return at !== null && <span>{t.rich('invites.expires', { time: () => <Time at={at} /> })}</span>;
}

function useJoining(code: string, onEnter: (serverId: string) => void) {
  const queryClient = useQueryClient();
  const keys = useCommandKeys();
  return useMutation({
    retry: (failures, error) => failures < 3 && isTransient(error),
    mutationFn: () => keys.run(code, (key) => joinByInvite(code, key)),
    onSuccess: async (serverId) => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.servers });
      onEnter(serverId);
    },
  });
}

interface JoinProps {
  name: string;
  joining: ReturnType<typeof useJoining>;
  onDecline(): void;
}

function Join({ name, joining, onDecline }: JoinProps) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  return (
    <div className={styles.actions}>
      <FormError message={formErrors(joining.error, []).general} />
      <Button wide autoFocus busy={joining.isPending} onClick={() => joining.mutate()}>
        {joining.isPending ? t('invites.joining') : t('invites.join', { name })}
      </Button>
      <Button wide look="quiet" onClick={onDecline}>
        {t('invites.notNow')}
      </Button>
    </div>
  );
}
