'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/components/ui/load-failure';
import { Skeleton } from '@/components/ui/skeleton';
import { queryKeys } from '@/contracts/query-keys';
import { useFormErrors } from '@/http/use-form-errors';
import { PersonAvatar } from '@/profiles/person-avatar';
import { fetchAccount } from '../api/fetch-account';
import { ProfileSettings } from './profile-settings';
import { AvatarSettings } from './avatar-settings';
import styles from './account-settings.module.css';

/** Who one is here, and what only oneself sees of it. */
export function AccountOverview() {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const {
    data: account,
    error,
    isFetching,
    refetch,
  } = useQuery({
    queryKey: queryKeys.account,
    queryFn: ({ signal }) => fetchAccount(signal),
  });
  if (account === undefined) {
    if (!error) return <Skeleton width="100%" height={96} />;
    return <LoadFailure message={formErrors(error, []).general} busy={isFetching} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <section className={styles.card}>
        <PersonAvatar userId={account.userId} name={account.displayName} size="large" />
        <dl className={styles.facts}>
          <div>
            <dt>{t('account.name')}</dt>
            <dd className={styles.strong} dir="auto">
              {account.displayName}
            </dd>
          </div>
          <div>
            <dt>{t('account.username')}</dt>
            <dd>@{account.username}</dd>
          </div>
          <div>
            <dt>{t('account.email')}</dt>
            <dd>
              {account.email} <span className={styles.aside}>{t('account.onlyYouSee')}</span>
            </dd>
          </div>
        </dl>
      </section>
      <AvatarSettings account={account} />
      <ProfileSettings account={account} />
    </>
  );
}
