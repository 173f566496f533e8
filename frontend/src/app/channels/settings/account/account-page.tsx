'use client';

import { AccountOverview } from '@/features/account/components/account-overview';
import { SettingsFrame } from '../../settings-frame';

export function AccountPage() {
  return (
    <SettingsFrame title="Account" hint="Who you are here." of="Settings">
      <AccountOverview />
    </SettingsFrame>
  );
}
