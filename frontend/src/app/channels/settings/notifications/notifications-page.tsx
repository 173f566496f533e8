'use client';

import { useTranslations } from 'use-intl';
import { NotificationSettings } from '@/features/notifications/components/notification-settings';
import { SettingsFrame } from '../../settings-frame';

export function NotificationsPage() {
  const t = useTranslations();
  return (
    <SettingsFrame title={t('notifications.title')} hint={t('notifications.hint')} of={t('account.settings')}>
      <NotificationSettings />
    </SettingsFrame>
  );
}
