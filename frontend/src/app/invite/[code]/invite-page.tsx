'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { LinkButton } from '@/components/ui/link-button';
import { withReturn } from '@/features/account/model/return-path';
import { Invitation } from '@/features/invites/components/invitation';

export function InvitePage({ code }: { code: string }) {
  const t = useTranslations();
  const router = useRouter();
  const here = `/invite/${encodeURIComponent(code)}`;
  return (
    <Invitation
      code={code}
      onJoined={(serverId) => router.replace(`/channels/${serverId}`)}
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
