'use client';

import { PasswordForm } from '@/features/account/components/password-form';
import { SessionList } from '@/features/account/components/session-list';
import { SettingsFrame, SettingsSection } from '../../settings-frame';

export function SecurityPage() {
  return (
    <SettingsFrame title="Password and devices" hint="How you log in, and where you are logged in." of="Settings">
      <SettingsSection title="Password">
        <PasswordForm />
      </SettingsSection>
      <SettingsSection title="Devices">
        <SessionList />
      </SettingsSection>
    </SettingsFrame>
  );
}
