'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ImageInput } from '@/components/ui/image-input';
import { FormError } from '@/components/ui/form-error';
import { dialogOnDemand } from '@/components/ui/on-demand';
import { SaveStatus } from '@/components/ui/save-status';
import { useFormErrors } from '@/http/use-form-errors';
import { changeAvatar } from '../api/change-avatar';
import type { Account } from '../api/fetch-account';
import { removeAvatar } from '../api/remove-avatar';
import { cropped, type Part } from '../model/cropped';
import { useChangeProfile } from '../model/use-change-profile';
import styles from './avatar-settings.module.css';

const AvatarCrop = dialogOnDemand(
  () => import('./avatar-crop').then((module) => module.AvatarCrop),
  ({ onCancel }) => onCancel(),
);

/** More than any camera makes; what is sent is what was cut out of it. */
const MAX_MEGABYTES = 30;

/** The picture that one shows. What is chosen is shown to everybody at once. */
export function AvatarSettings({ account: { avatarId } }: { account: Account }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const input = useRef<HTMLInputElement>(null);
  const [picked, setPicked] = useState<File | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const changing = useChangeProfile(async ({ image, part }: { image: File; part: Part }) =>
    changeAvatar(await cropped(image, part)),
  );
  const removing = useChangeProfile<void>(removeAvatar);
  const isBusy = changing.isPending || removing.isPending;
  const failed = formErrors(changing.error ?? removing.error, ['body']);
  const unreadable = failed.byField['body'] && t('account.pictureUnreadable');

  function begin() {
    changing.reset();
    removing.reset();
    setRefused(null);
  }

  function pick(image: File | undefined) {
    begin();
    if (image === undefined) return;
    if (image.size > MAX_MEGABYTES * 1024 * 1024) {
      setRefused(t('account.pictureTooLarge', { limit: MAX_MEGABYTES }));
    } else {
      setPicked(image);
    }
  }

  return (
    <section aria-labelledby="picture-title" className={styles.picture}>
      <h2 id="picture-title" className={styles.title}>
        {t('account.picture')}
      </h2>
      <p className={styles.hint}>{t('account.pictureHint')}</p>
      <FormError message={refused ?? unreadable ?? failed.general} />
      <div className={styles.actions}>
        <Button look="plain" busy={isBusy} onClick={() => input.current?.click()}>
          {t(avatarId === null ? 'account.pictureChoose' : 'account.pictureChange')}
        </Button>
        {avatarId !== null && (
          <Button
            look="quiet"
            busy={isBusy}
            onClick={() => {
              begin();
              removing.mutate();
            }}
          >
            {t('account.pictureRemove')}
          </Button>
        )}
        <SaveStatus pending={isBusy} saved={changing.isSuccess || removing.isSuccess} />
      </div>
      <ImageInput ref={input} label={t('account.picture')} onPick={pick} />
      {picked !== null && (
        <AvatarCrop
          image={picked}
          onCancel={() => setPicked(null)}
          onUnreadable={() => {
            setPicked(null);
            setRefused(t('account.pictureUnreadable'));
          }}
          onChoose={(part) => {
            setPicked(null);
            changing.mutate({ image: picked, part });
          }}
        />
      )}
    </section>
  );
}
