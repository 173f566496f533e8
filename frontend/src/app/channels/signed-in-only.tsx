'use client';

import { CloudOff } from 'lucide-react';
import { useParams, usePathname, useRouter } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { TooltipProvider } from '@/components/ui/tooltip';
import { withReturn } from '@/features/account/model/return-path';
import { useSession } from '@/session/use-session';
import { ConnectionProvider } from './connection';
import { useFirstRequests } from './first-requests';
import './forgetting';
import './remembering';
import { Shell } from './shell';
import { ShellSkeleton } from './shell-skeleton';

/** The app proper, for those who are signed in; others sign in first and come back. */
export function SignedInOnly({ children }: { children: ReactNode }) {
  const t = useTranslations();
  const router = useRouter();
  const path = usePathname();
  const { channelId } = useParams<{ channelId?: string }>();
  const { status } = useSession();
  useFirstRequests();

  useEffect(() => {
    // With the query, which asks for a message.
    if (status === 'signed-out') router.replace(withReturn('/login', path + location.search));
  }, [status, router, path]);

  switch (status) {
    case 'signed-in':
      return (
        <ConnectionProvider>
          <TooltipProvider delayDuration={300}>
            <Shell>{children}</Shell>
          </TooltipProvider>
        </ConnectionProvider>
      );
    case 'unreachable':
      return (
        <ShellSkeleton>
          <EmptyState icon={<CloudOff size={30} />} title={t('shell.unreachable')}>
            {t('shell.unreachableText')}
          </EmptyState>
        </ShellSkeleton>
      );
    case 'restoring':
    case 'signed-out':
      return <ShellSkeleton channel={channelId !== undefined} />;
  }
}
