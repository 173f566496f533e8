'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Entries, Entry, NoEntries } from '@/components/ui/entries';
import { IconButton } from '@/components/ui/icon-button';
import { LoadFailure } from '@/components/ui/load-failure';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { queryKeys } from '@/contracts/query-keys';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { useCalled } from '@/profiles/called';
import { fetchInvites, type ServerInvite } from '../api/fetch-invites';
import { revokeInvite } from '../api/revoke-invite';
import { inviteLink } from '../model/invite-link';
import { inviteOrder, inviteState, usesOf } from '../model/invite-state';
import { CopyButton } from './copy-button';
import { NewInvite } from './new-invite';

interface Props {
  serverId: string;
  mayCreate: boolean;
}

/** The ways into a server: who made them, how often they were used, and how long they last. */
export function InviteSettings({ serverId, mayCreate }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const client = useQueryClient();
  const [revoking, setRevoking] = useState<string | null>(null);
  const queryKey = queryKeys.invites(serverId);
  const invitesOf = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchInvites(serverId, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const { data, error, dataUpdatedAt, isFetching, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = invitesOf;
  const again = () => void client.invalidateQueries({ queryKey });
  const revocation = useCommand({
    serverId,
    run: (code: string, key) => revokeInvite(serverId, code, key),
    onDone: () => {
      setRevoking(null);
      again();
    },
  });
  const invites = data?.pages.flatMap((page) => page.invites);

  return (
    <>
      {mayCreate && <NewInvite serverId={serverId} onCreated={again} />}
      {error && (
        <LoadFailure message={formErrors(error, []).general} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {invites === undefined && !error && <Skeleton width="100%" height={60} />}
      {invites?.length === 0 && <NoEntries>{t('invites.none')}</NoEntries>}
      <Entries label={t('invites.title')}>
        {invites &&
          inviteOrder(invites, dataUpdatedAt).map((invite) => (
            <InviteEntry
              key={invite.code}
              invite={invite}
              now={dataUpdatedAt}
              onRevoke={() => setRevoking(invite.code)}
            />
          ))}
      </Entries>
      {hasNextPage && (
        <Button look="plain" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('common.showMore')}
        </Button>
      )}
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={() => setRevoking(null)}
        title={t('invites.revokeTitle', { code: revoking ?? '' })}
        description={t('invites.revokeText')}
        action={t('invites.revoke')}
        busy={revocation.isPending}
        error={formErrors(revocation.error, []).general}
        onConfirm={() => revoking !== null && revocation.mutate(revoking)}
      />
    </>
  );
}

function InviteEntry({ invite, now, onRevoke }: { invite: ServerInvite; now: number; onRevoke(): void }) {
  const t = useTranslations();
  const { code, createdBy, createdAt, expiresAt } = invite;
  const by = useCalled(createdBy).name;
  const state = inviteState(invite, now);
  return (
    <Entry
      sign={<Link2 size={20} aria-hidden />}
      title={<b>{code}</b>}
      about={
        <>
          {usesOf(invite, t)} ·{' '}
          {expiresAt === null
            ? t('invites.never')
            : t.rich(state === 'expired' ? 'invites.expired' : 'invites.expires', {
                time: () => <Time at={expiresAt} />,
              })}
          {state === 'used-up' && ` · ${t('invites.usedUp')}`} ·{' '}
          {t.rich('invites.by', { name: by, time: () => <Time at={createdAt} /> })}
        </>
      }
      actions={
        <>
          {state === 'open' && <CopyButton look="plain" text={inviteLink(location.origin, code)} code={code} />}
          <IconButton label={t('invites.revokeOne', { code })} side="top" onClick={onRevoke}>
            <Trash2 size={18} aria-hidden />
          </IconButton>
        </>
      }
    />
  );
}
