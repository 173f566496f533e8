'use client';

import { NotificationSettings } from '@/features/notifications/components/notification-settings';
import { SettingsFrame } from '../../settings-frame';

export function NotificationsPage() {
  return (
    <SettingsFrame title="Notifications" hint="How this browser calls you when you look elsewhere." of="Settings">
      <NotificationSettings />
    </SettingsFrame>
  );
}
