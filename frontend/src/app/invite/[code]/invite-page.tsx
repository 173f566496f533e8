'use client';

import { useRouter } from 'next/navigation';
import { LinkButton } from '@/components/ui/link-button';
import { withReturn } from '@/features/account/model/return-path';
import { Invitation } from '@/features/invites/components/invitation';

export function InvitePage({ code }: { code: string }) {
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
            Create an account to join
          </LinkButton>
          <LinkButton href={withReturn('/login', here)} look="plain" wide>
            I have an account
          </LinkButton>
        </>
      }
    />
  );
}
