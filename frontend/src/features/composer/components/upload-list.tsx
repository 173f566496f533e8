'use client';

import { CircleAlert, File as FileIcon, RotateCw, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { uploadWords, type Upload } from '../model/uploads';
import styles from './upload-list.module.css';

interface Props {
  uploads: readonly Upload[];
  onRemove(id: string): void;
  onRetry(upload: Upload): void;
}

/** The files that the message will carry, and how far they are. */
export function UploadList({ uploads, onRemove, onRetry }: Props) {
  const t = useTranslations();
  return (
    <ul className={styles.list} aria-label={t('composer.files')}>
      {uploads.map((upload) => (
        <li key={upload.id} className={styles.upload}>
          <Preview file={upload.file} failed={upload.state.name === 'failed'} />
          <span className={styles.about}>
            <span className={styles.name}>{upload.file.name}</span>
            <State upload={upload} />
          </span>
          {upload.state.name === 'failed' && upload.state.retryable && (
            <IconButton
              label={t('composer.tryFileAgain', { name: upload.file.name })}
              side="top"
              className={styles.tool}
              onClick={() => onRetry(upload)}
            >
              <RotateCw size={16} aria-hidden />
            </IconButton>
          )}
          <IconButton
            label={t(upload.state.name === 'sending' ? 'composer.cancelFile' : 'composer.removeFile', {
              name: upload.file.name,
            })}
            side="top"
            className={styles.tool}
            onClick={() => onRemove(upload.id)}
          >
            <X size={16} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function State({ upload: { state } }: { upload: Upload }) {
  const t = useTranslations();
  const locale = useLocale();
  switch (state.name) {
    case 'sending':
      return (
        <progress className={styles.progress} value={state.part ?? undefined} aria-label={t('composer.uploading')} />
      );
    case 'done':
      return <span className={styles.state}>{t('composer.ready')}</span>;
    case 'failed':
      return (
        <span className={`${styles.state} ${styles.failed}`} role="alert">
          {uploadWords(state.reason, t, locale)}
        </span>
      );
  }
}

/** Types that every browser shows, and none runs anything of. */
const SHOWN = /^image\/(png|jpeg|gif|webp)$/;

function Preview({ file, failed }: { file: File; failed: boolean }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!SHOWN.test(file.type)) return;
    const made = URL.createObjectURL(file);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the URL is a resource that has to be given back
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <span className={styles.preview} aria-hidden>
      {failed && <CircleAlert size={20} className={styles.failed} />}
      {/* eslint-disable-next-line @next/next/no-img-element -- a blob of this page is nothing to optimise */}
      {!failed && url !== null && <img src={url} alt="" />}
      {!failed && url === null && <FileIcon size={20} />}
    </span>
  );
}
