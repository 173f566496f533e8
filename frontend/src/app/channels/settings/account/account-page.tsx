'use client';

import { useTranslations } from 'use-intl';
import { AccountOverview } from '@/features/account/components/account-overview';
import { SettingsFrame } from '../../settings-frame';

export function AccountPage() {
  const t = useTranslations();
  return (
    <SettingsFrame title={t('account.title')} hint={t('account.hint')} of={t('account.settings')}>
      <AccountOverview />
    </SettingsFrame>
  );
}
