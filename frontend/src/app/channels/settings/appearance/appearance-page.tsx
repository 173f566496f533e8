'use client';

import { AppearanceSettings } from '@/features/account/components/appearance-settings';
import { SettingsFrame } from '../../settings-frame';

export function AppearancePage() {
  return (
    <SettingsFrame
      title="Appearance"
      hint="How WebChat looks in this browser. Each choice holds at once."
      of="Settings"
    >
      <AppearanceSettings />
    </SettingsFrame>
  );
}
