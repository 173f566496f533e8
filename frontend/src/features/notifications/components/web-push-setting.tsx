'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { Switch } from '@/components/ui/switch';
import { queryKeys } from '@/contracts/query-keys';
import { useSpeech } from '@/i18n/speech-provider';
import { readWebPush, turnOffWebPush, turnOnWebPush } from '../model/web-push';
import { wishFor } from '../model/wishes';
import styles from './notification-settings.module.css';

/** Whether this browser calls one with no page open, and why not where it cannot. */
export function WebPushSetting() {
  const t = useTranslations();
  const { language } = useSpeech();
  const client = useQueryClient();
  const {
    data: state,
    isError,
    refetch,
  } = useQuery({ queryKey: queryKeys.webPush, queryFn: readWebPush, staleTime: 0 });
  const changing = useMutation({
    mutationFn: (next: boolean) => (next ? turnOnWebPush(language) : turnOffWebPush()),
    onSuccess: (next) => {
      client.setQueryData(queryKeys.webPush, next);
      // While a page is open it is the page that calls.
      if (next === 'on') wishFor({ desktop: true });
    },
    onError: () => client.invalidateQueries({ queryKey: queryKeys.webPush }),
  });
  if (state === undefined) {
    if (!isError) return null;
    return (
      <div className={styles.offer}>
        <FormError message={t('notifications.pushNotRead')} />
        <Button look="plain" onClick={() => void refetch()}>
          {t('common.tryAgain')}
        </Button>
      </div>
    );
  }
  if (state === 'unsupported') return <p className={styles.note}>{t('notifications.pushUnsupported')}</p>;
  if (state === 'not-offered') return <p className={styles.note}>{t('notifications.pushNotOffered')}</p>;
  if (state === 'blocked') {
    return (
      <p role="status" className={styles.note}>
        {t('notifications.pushBlocked')}
      </p>
    );
  }
  return (
    <>
      <Switch
        label={t('notifications.push')}
        hint={t('notifications.pushHint')}
        checked={state === 'on'}
        // Not disabled meanwhile, which would take the focus away.
        onChange={(next) => {
          if (!changing.isPending) changing.mutate(next);
        }}
      />
      <FormError message={changing.isError ? t('notifications.pushFailed') : null} />
    </>
  );
}
