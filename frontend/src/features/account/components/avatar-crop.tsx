'use client';

import { useState } from 'react';
import Cropper, { type Area } from 'react-easy-crop';
import 'react-easy-crop/react-easy-crop.css';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useObjectUrl } from '@/http/use-object-url';
import styles from './avatar-crop.module.css';

const CLOSEST = 4;

interface Props {
  image: File;
  onChoose(part: Area): void;
  onCancel(): void;
  onUnreadable(): void;
}

/** What of an image is shown: it is moved beneath a circle, and brought closer, by pointer or by keyboard. */
export function AvatarCrop({ image, onChoose, onCancel, onUnreadable }: Props) {
  const t = useTranslations();
  const url = useObjectUrl(image);
  const [place, setPlace] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [part, setPart] = useState<Area | null>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onCancel()}
      title={t('account.cropTitle')}
      description={t('account.cropText')}
    >
      <div className={styles.image}>
        {url !== null && (
          <Cropper
            image={url}
            crop={place}
            zoom={zoom}
            maxZoom={CLOSEST}
            aspect={1}
            cropShape="round"
            showGrid={false}
            keyboardStep={8}
            disableAutomaticStylesInjection
            cropperProps={{ role: 'group', 'aria-label': t('account.cropPlace') }}
            mediaProps={{ alt: '', onError: onUnreadable }}
            onCropChange={setPlace}
            onZoomChange={setZoom}
            onCropComplete={(_, pixels) => setPart(pixels)}
          />
        )}
      </div>
      <label className={styles.zoom}>
        {t('account.cropZoom')}
        <input
          type="range"
          min={1}
          max={CLOSEST}
          step={0.05}
          value={zoom}
          onChange={({ target }) => setZoom(Number(target.value))}
        />
      </label>
      <div className={styles.actions}>
        <Button look="plain" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button disabled={part === null} onClick={() => part && onChoose(part)}>
          {t('account.cropUse')}
        </Button>
      </div>
    </Dialog>
  );
}
