'use client';

import { ArrowLeft, ArrowRight, Download, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import type { Attachment } from '@/contracts/message';
import { sizeWords } from '@/i18n/size-words';
import { useSpeech } from '@/i18n/speech-provider';
import { FITTED, heldInMiddle, toggled, zoomed, type Zoom } from '../model/zoom';
import styles from './image-viewer.module.css';
import { useFile } from './use-file';

interface Props {
  channelId: string;
  /** The images of a message. */
  images: readonly Attachment[];
  /** The one that is shown. */
  shown: Attachment;
  onShow(image: Attachment): void;
  onClose(): void;
}

/** An image as large as the window, and larger. Keys and buttons bring it closer and lead to the others of its message. */
export function ImageViewer({ channelId, images, shown, onShow, onClose }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const { direction } = useSpeech();
  const [zoom, setZoom] = useState<Zoom>(FITTED);
  const at = images.findIndex(({ id }) => id === shown.id);
  const { width, height } = shown.image ?? { width: 0, height: 0 };

  function show(step: number) {
    const image = images[at + step];
    if (image === undefined) return;
    setZoom(FITTED);
    onShow(image);
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const sideways = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (key === '+' || key === '=') setZoom(zoomed(zoom, 1));
    else if (key === '-') setZoom(zoomed(zoom, -1));
    else if (key === '0') setZoom(FITTED);
    // What is larger than the window is moved by the arrows.
    else if (sideways !== undefined && zoom === FITTED) show(direction === 'rtl' ? -sideways : sideways);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      look="viewer"
      onKeyDown={onKeyDown}
      title={shown.name}
      description={t('timeline.imageSize', { width, height, size: sizeWords(shown.size, locale) })}
    >
      <div className={styles.viewer}>
        <Stage channelId={channelId} image={shown} zoom={zoom} onToggle={() => setZoom(toggled(zoom))} />
        {images.length > 1 && (
          <p role="status" className="visually-hidden">
            {t('timeline.imageShown', { name: shown.name, place: at + 1, count: images.length })}
          </p>
        )}
        <div className={styles.bar} role="group" aria-label={t('timeline.imageActions')}>
          {images.length > 1 && (
            <>
              <IconButton
                label={t('timeline.previousImage')}
                side="top"
                aria-disabled={at <= 0}
                onClick={() => show(-1)}
              >
                <ArrowLeft size={18} aria-hidden className="pointing" />
              </IconButton>
              <span>{t('timeline.imagePlace', { place: at + 1, count: images.length })}</span>
              <IconButton
                label={t('timeline.nextImage')}
                side="top"
                aria-disabled={at === images.length - 1}
                onClick={() => show(1)}
              >
                <ArrowRight size={18} aria-hidden className="pointing" />
              </IconButton>
            </>
          )}
          <IconButton
            label={t('timeline.zoomOut')}
            side="top"
            aria-disabled={zoom === FITTED}
            onClick={() => setZoom(zoomed(zoom, -1))}
          >
            <ZoomOut size={18} aria-hidden />
          </IconButton>
          <span role="status" className={styles.zoom}>
            {t('timeline.zoom', { zoom })}
          </span>
          <IconButton
            label={t('timeline.zoomIn')}
            side="top"
            aria-disabled={zoomed(zoom, 1) === zoom}
            onClick={() => setZoom(zoomed(zoom, 1))}
          >
            <ZoomIn size={18} aria-hidden />
          </IconButton>
          <IconButton
            label={t('timeline.zoomFit')}
            side="top"
            aria-disabled={zoom === FITTED}
            onClick={() => setZoom(FITTED)}
          >
            <Maximize size={18} aria-hidden />
          </IconButton>
        </div>
      </div>
    </Dialog>
  );
}

interface StageProps {
  channelId: string;
  image: Attachment;
  zoom: Zoom;
  onToggle(): void;
}

/** What is in the middle stays there while the image grows around it. */
function Stage({ channelId, image, zoom, onToggle }: StageProps) {
  const t = useTranslations();
  const { direction } = useSpeech();
  const preview = useFile(channelId, image.id, 'thumbnail').url;
  const { url, failed } = useFile(channelId, image.id, 'file');
  const stage = useRef<HTMLDivElement>(null);
  const before = useRef<Zoom>(zoom);
  const { width, height } = image.image ?? { width: 1, height: 1 };
  const shown = url ?? preview;

  useLayoutEffect(() => {
    const element = stage.current;
    const size = element?.querySelector('img')?.getBoundingClientRect();
    const grown = zoom / before.current;
    before.current = zoom;
    if (!element || !size) return;
    // Where lines begin on the right, so does scrolling, and it counts downwards.
    const forward = direction === 'rtl' ? -1 : 1;
    element.scrollLeft =
      forward * heldInMiddle(forward * element.scrollLeft, element.clientWidth, size.width / grown, size.width);
    element.scrollTop = heldInMiddle(element.scrollTop, element.clientHeight, size.height / grown, size.height);
  }, [zoom, direction]);

  return (
    <>
      <div
        ref={stage}
        className={styles.stage}
        data-zoomed={zoom !== FITTED || undefined}
        tabIndex={0}
        role="group"
        aria-label={image.name}
        onDoubleClick={onToggle}
      >
        {shown !== null && (
          // eslint-disable-next-line @next/next/no-img-element -- a blob of this page is nothing to optimise
          <img
            src={shown}
            alt={image.name}
            style={{
              width: `calc(min(${width}px, 100cqw, 100cqh * ${width / height}) * ${zoom})`,
              aspectRatio: `${width} / ${height}`,
            }}
          />
        )}
      </div>
      {failed && (
        <p role="alert" className={styles.problem}>
          {t('timeline.imageNotLoaded')}
        </p>
      )}
      {url !== null && (
        <a className={styles.download} href={url} download={image.name}>
          <Download size={16} aria-hidden />
          {t('timeline.download')}
        </a>
      )}
    </>
  );
}
