'use client';

import { useMutation } from '@tanstack/react-query';
import { BellRing, Volume2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import { askForPermission, usePermission } from '../model/permission';
import { playSound } from '../model/sound';
import { useWishes, wishFor } from '../model/wishes';
import styles from './notification-settings.module.css';

/** How this browser calls one when one looks elsewhere. */
export function NotificationSettings() {
  const permission = usePermission();
  const { desktop, sound } = useWishes();
  const asking = useMutation({
    mutationFn: askForPermission,
    onSuccess: (answer) => wishFor({ desktop: answer === 'granted' }),
  });
  return (
    <div className={styles.settings}>
      {permission === 'default' && (
        <div className={styles.offer}>
          <p>The browser asks you once whether WebChat may show notifications.</p>
          <Button busy={asking.isPending} onClick={() => asking.mutate()}>
            <BellRing size={18} aria-hidden />
            Turn on desktop notifications
          </Button>
        </div>
      )}
      {permission === 'granted' && (
        <Switch
          label="Desktop notifications"
          hint="Of messages that come while you look elsewhere. They go when you have read them, on any device."
          checked={desktop}
          onChange={(next) => wishFor({ desktop: next })}
        />
      )}
      {permission === 'denied' && (
        <p className={styles.note}>
          Your browser does not let WebChat show notifications. Allow them in its settings for this page, then come
          back.
        </p>
      )}
      {permission === 'unsupported' && <p className={styles.note}>This browser has no notifications for pages.</p>}
      <Switch
        label="Sound"
        hint="Two soft tones for the same messages."
        checked={sound}
        onChange={(next) => wishFor({ sound: next })}
      />
      <div>
        <Button look="plain" onClick={playSound}>
          <Volume2 size={18} aria-hidden />
          Hear the sound
        </Button>
      </div>
      <p className={styles.note}>
        What you hear of each channel and server is chosen in their menus, under Notifications. What is muted calls
        nobody.
      </p>
    </div>
  );
}
