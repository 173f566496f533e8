'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { LinkButton } from '@/components/ui/link-button';
import { withReturn } from '@/features/account/model/return-path';
import { Invitation } from '@/features/invites/components/invitation';
import { serversQuery } from '@/features/servers/model/servers-store';
import { useSession } from '@/session/use-session';

export function InvitePage({ code }: { code: string }) {
  const t = useTranslations();
  const router = useRouter();
  const { status } = useSession();
  const servers = useQuery({ ...serversQuery, enabled: status === 'signed-in' });
  const here = `/invite/${encodeURIComponent(code)}`;
  return (
    <Invitation
      code={code}
      // Where the servers cannot be had one may still join, which lets in whoever is a member already.
      isMemberOf={(wanted) =>
        servers.isPending ? undefined : (servers.data?.some(({ serverId }) => serverId === wanted) ?? false)
      }
      onEnter={(serverId) => router.replace(`/channels/${serverId}`)}
      onDecline={() => router.push('/channels')}
      signedOutActions={
        <>
          <LinkButton href={withReturn('/signup', here)} wide>
            {t('invites.createAccount')}
          </LinkButton>
          <LinkButton href={withReturn('/login', here)} look="plain" wide>
            {t('invites.haveAccount')}
          </LinkButton>
        </>
      }
    />
  );
}
