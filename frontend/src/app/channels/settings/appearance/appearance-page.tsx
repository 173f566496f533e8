'use client';

import { useTranslations } from 'use-intl';
import { AppearanceSettings } from '@/features/account/components/appearance-settings';
import { SettingsFrame } from '../../settings-frame';

export function AppearancePage() {
  const t = useTranslations();
  return (
    <SettingsFrame title={t('appearance.title')} hint={t('appearance.hint')} of={t('account.settings')}>
      <AppearanceSettings />
    </SettingsFrame>
  );
}
