'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ImageInput } from '@/components/ui/image-input';
import { FormError } from '@/components/ui/form-error';
import { SaveStatus } from '@/components/ui/save-status';
import { may } from '@/contracts/permissions';
import type { Server } from '@/contracts/server';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { changeIcon } from '../api/change-icon';
import { removeIcon } from '../api/remove-icon';
import styles from './icon-settings.module.css';
import { ServerIcon } from './server-icon';

const MAX_MEGABYTES = 8;

/** An image, and what tells it from another. */
interface Picked {
  image: File;
  name: string;
  size: number;
  lastModified: number;
}

/** The icon of a server. What is chosen is shown at once to everybody in it. */
export function IconSettings({ server }: { server: Server }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const { serverId, iconId } = server;
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const changing = useCommand({ serverId, run: ({ image }: Picked, key) => changeIcon(serverId, image, key) });
  const removing = useCommand({ serverId, run: (_: null, key) => removeIcon(serverId, key) });
  const mayEdit = may(server.permissions, 'manage-server');
  const isBusy = changing.isPending || removing.isPending;
  const failed = formErrors(changing.error ?? removing.error, ['body']);
  const unreadable = failed.byField['body'] && t('servers.iconUnreadable');

  function pick(image: File | undefined) {
    changing.reset();
    removing.reset();
    const isTooLarge = image !== undefined && image.size > MAX_MEGABYTES * 1024 * 1024;
    setRefused(isTooLarge ? t('servers.iconTooLarge', { limit: MAX_MEGABYTES }) : null);
    if (image === undefined || isTooLarge) return;
    changing.mutate({ image, name: image.name, size: image.size, lastModified: image.lastModified });
  }

  function remove() {
    setRefused(null);
    changing.reset();
    removing.mutate(null);
  }

  return (
    <section aria-labelledby="icon-title">
      <FormError message={refused ?? unreadable ?? failed.general} />
      <div className={styles.icon}>
        <ServerIcon server={server} size="large" />
        <div className={styles.about}>
          <h2 id="icon-title" className={styles.title}>
            {t('servers.icon')}
          </h2>
          <p className={styles.hint}>{t('servers.iconHint')}</p>
          {mayEdit && (
            <div className={styles.actions}>
              <Button look="plain" busy={isBusy} onClick={() => input.current?.click()}>
                {t(iconId === null ? 'servers.iconChoose' : 'servers.iconChange')}
              </Button>
              {iconId !== null && (
                <Button look="quiet" busy={isBusy} onClick={remove}>
                  {t('servers.iconRemove')}
                </Button>
              )}
              <SaveStatus pending={isBusy} saved={changing.isSuccess || removing.isSuccess} />
            </div>
          )}
        </div>
      </div>
      <ImageInput ref={input} label={t('servers.icon')} onPick={pick} />
    </section>
  );
}
