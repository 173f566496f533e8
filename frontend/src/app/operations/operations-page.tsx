'use client';

import { ArrowLeft, CloudOff, ShieldOff } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Skeleton } from '@/components/ui/skeleton';
import { TooltipProvider } from '@/components/ui/tooltip';
import { withReturn } from '@/features/account/model/return-path';
import { OperationsDashboard } from '@/features/operations/components/operations-dashboard';
import { useSession } from '@/session/use-session';
import styles from './operations-page.module.css';

const HERE = '/operations';

/** For those who operate the platform; others are told that it is not for them. */
export function OperationsPage() {
  const t = useTranslations();
  const router = useRouter();
  const session = useSession();
  const { status } = session;
  useEffect(() => {
    if (status === 'signed-out') router.replace(withReturn('/login', HERE));
  }, [status, router]);

  switch (session.status) {
    case 'signed-in':
      return session.isOperator ? (
        <Frame>
          <OperationsDashboard />
        </Frame>
      ) : (
        <Frame bare>
          <EmptyState
            icon={<ShieldOff size={30} />}
            title={t('operations.notYours')}
            actions={<LinkButton href="/channels">{t('pages.goToWebChat')}</LinkButton>}
          >
            {t('operations.notYoursText')}
          </EmptyState>
        </Frame>
      );
    case 'unreachable':
      return (
        <Frame bare>
          <EmptyState icon={<CloudOff size={30} />} title={t('shell.unreachable')}>
            {t('shell.unreachableText')}
          </EmptyState>
        </Frame>
      );
    case 'restoring':
    case 'signed-out':
      return (
        <Frame>
          <Skeleton width="100%" height={96} />
        </Frame>
      );
  }
}

/** Bare: what is in it has a title of its own. */
function Frame({ bare = false, children }: { bare?: boolean; children: ReactNode }) {
  const t = useTranslations();
  const title = t('operations.title');
  return (
    <TooltipProvider delayDuration={300}>
      <div className={styles.page}>
        <header className={styles.header}>
          <Link href="/channels" className={styles.back} aria-label={t('account.backTo', { name: 'WebChat' })}>
            <ArrowLeft size={20} aria-hidden className="pointing" />
          </Link>
          {bare ? <span className={styles.title}>{title}</span> : <h1 className={styles.title}>{title}</h1>}
        </header>
        <main className={styles.main}>{children}</main>
      </div>
    </TooltipProvider>
  );
}
