'use client';

import { Download, ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { dialogOnDemand, quietlyOnDemand } from '@/components/ui/on-demand';
import type { Attachment } from '@/contracts/message';
import { sizeWords } from '@/i18n/size-words';
import { fitted } from '../model/file-size';
import styles from './attachments.module.css';
import { useFile } from './use-file';

const ImageViewer = dialogOnDemand(
  () => import('./image-viewer').then((module) => module.ImageViewer),
  ({ onClose }) => onClose(),
);
/** Its place has the size of it. */
const FileKind = quietlyOnDemand(() => import('./file-kind').then((module) => module.FileKind));

interface Props {
  channelId: string;
  attachments: readonly Attachment[];
}

/** The files that a message carries: images as they are, others as cards. */
export function Attachments({ channelId, attachments }: Props) {
  const t = useTranslations();
  const [shown, setShown] = useState<Attachment | null>(null);
  const images = attachments.filter(isShown);
  return (
    <>
      <ul className={styles.list} aria-label={t('timeline.attachments')}>
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            {isShown(attachment) ? (
              <ImageAttachment channelId={channelId} attachment={attachment} onOpen={() => setShown(attachment)} />
            ) : (
              <FileCard channelId={channelId} attachment={attachment} />
            )}
          </li>
        ))}
      </ul>
      {shown && (
        <ImageViewer
          channelId={channelId}
          images={images}
          shown={shown}
          onShow={setShown}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

function isShown({ image, hasThumbnail }: Attachment): boolean {
  return Boolean(image) && hasThumbnail;
}

interface OneProps {
  channelId: string;
  attachment: Attachment;
}

interface ImageProps extends OneProps {
  onOpen(): void;
}

/** It has its size before it has loaded, so that nothing moves when it arrives. */
function ImageAttachment({ channelId, attachment, onOpen }: ImageProps) {
  const t = useTranslations();
  const { url, failed, retry } = useFile(channelId, attachment.id, 'thumbnail');
  const { width, height } = fitted(attachment.image ?? { width: 400, height: 300 });
  if (failed) {
    return (
      <button
        type="button"
        className={styles.image}
        style={{ width, aspectRatio: `${width} / ${height}` }}
        aria-label={t('timeline.retryImage', { name: attachment.name })}
        onClick={retry}
      >
        <span className={styles.lost}>
          <ImageOff size={24} aria-hidden />
          {t('timeline.imageLost')}
        </span>
      </button>
    );
  }
  return (
    <button
      type="button"
      className={styles.image}
      style={{ width, aspectRatio: `${width} / ${height}` }}
      aria-label={t('timeline.open', { name: attachment.name })}
      aria-haspopup="dialog"
      onClick={onOpen}
      onFocus={ImageViewer.prefetch}
      onPointerEnter={ImageViewer.prefetch}
    >
      {/* eslint-disable-next-line @next/next/no-img-element -- a blob of this page is nothing to optimise */}
      {url !== null && <img src={url} alt={attachment.name} width={width} height={height} />}
    </button>
  );
}

function FileCard({ channelId, attachment }: OneProps) {
  const t = useTranslations();
  const locale = useLocale();
  const [wanted, setWanted] = useState(false);
  const { failed } = useFile(channelId, attachment.id, 'file', wanted, (url) => {
    save(url, attachment.name);
    setWanted(false);
  });
  // By hand once more, and not by itself when one has gone on to something else.
  if (wanted && failed) setWanted(false);
  return (
    <div className={styles.file}>
      <span className={styles.icon} aria-hidden>
        <FileKind contentType={attachment.contentType} />
      </span>
      <span className={styles.about}>
        <span className={styles.name} dir="auto">
          {attachment.name}
        </span>
        <span className={styles.size}>{failed ? t('timeline.notDownloaded') : sizeWords(attachment.size, locale)}</span>
      </span>
      <button
        type="button"
        className={styles.get}
        aria-label={t('timeline.downloadFile', { name: attachment.name })}
        aria-busy={wanted || undefined}
        onClick={() => setWanted(true)}
      >
        <Download size={18} aria-hidden />
      </button>
    </div>
  );
}

function save(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
