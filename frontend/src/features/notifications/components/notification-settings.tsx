'use client';

import { useMutation } from '@tanstack/react-query';
import { BellRing, Volume2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import { askForPermission, usePermission } from '../model/permission';
import { playSound } from '../model/sound';
import { useWishes, wishFor } from '../model/wishes';
import { WebPushSetting } from './web-push-setting';
import styles from './notification-settings.module.css';

/** How this browser calls one when one looks elsewhere. */
export function NotificationSettings() {
  const t = useTranslations();
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
          <p>{t('notifications.ask')}</p>
          <Button busy={asking.isPending} onClick={() => asking.mutate()}>
            <BellRing size={18} aria-hidden />
            {t('notifications.turnOn')}
          </Button>
        </div>
      )}
      {permission === 'granted' && (
        <Switch
          label={t('notifications.desktop')}
          hint={t('notifications.desktopHint')}
          checked={desktop}
          onChange={(next) => wishFor({ desktop: next })}
        />
      )}
      {permission === 'denied' && <p className={styles.note}>{t('notifications.denied')}</p>}
      {permission === 'unsupported' && <p className={styles.note}>{t('notifications.unsupported')}</p>}
      <WebPushSetting />
      <Switch
        label={t('notifications.sound')}
        hint={t('notifications.soundHint')}
        checked={sound}
        onChange={(next) => wishFor({ sound: next })}
      />
      <div>
        <Button look="plain" onClick={playSound}>
          <Volume2 size={18} aria-hidden />
          {t('notifications.hear')}
        </Button>
      </div>
      <p className={styles.note}>{t('notifications.where')}</p>
    </div>
  );
}
