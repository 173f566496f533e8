'use client';

import { useTranslations } from 'use-intl';
import { PasswordForm } from '@/features/account/components/password-form';
import { SessionList } from '@/features/account/components/session-list';
import { SettingsFrame, SettingsSection } from '../../settings-frame';

export function SecurityPage() {
  const t = useTranslations();
  return (
    <SettingsFrame title={t('account.securityTitle')} hint={t('account.securityHint')} of={t('account.settings')}>
      <SettingsSection title={t('account.password')}>
        <PasswordForm />
      </SettingsSection>
      <SettingsSection title={t('account.devices')}>
        <SessionList />
      </SettingsSection>
    </SettingsFrame>
  );
}
