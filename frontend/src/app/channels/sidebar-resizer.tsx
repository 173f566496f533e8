'use client';

import { useEffect, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useSpeech } from '@/i18n/speech-provider';
import styles from './sidebar-resizer.module.css';

const NARROWEST = 200;
const USUAL = 248;
const WIDEST = 360;
const STEP = 16;
const KEY = 'webchat.sidebar-width';

function bounded(width: number): number {
  return Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
}

function rememberedWidth(): number {
  try {
    return bounded(Number(localStorage.getItem(KEY) ?? USUAL) || USUAL);
  } catch {
    return USUAL;
  }
}

/** The edge of the channel list: dragged, or moved by the arrow keys; a double click brings the usual width back. */
export function SidebarResizer() {
  const t = useTranslations();
  const [width, setWidth] = useState(rememberedWidth);
  const forward = useSpeech().direction === 'rtl' ? -1 : 1;

  useEffect(() => {
    document.documentElement.style.setProperty('--sidebar-width', `${width}px`);
    try {
      localStorage.setItem(KEY, String(width));
    } catch {
      // Without storage the width lasts as long as the page.
    }
  }, [width]);

  function drag(event: PointerEvent<HTMLDivElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left = 0, right = 0 } = event.currentTarget.parentElement?.getBoundingClientRect() ?? {};
    setWidth(bounded(forward === 1 ? event.clientX - left : right - event.clientX));
  }

  function move(event: KeyboardEvent) {
    const by = { ArrowLeft: -STEP * forward, ArrowRight: STEP * forward }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setWidth(bounded(width + by));
  }

  return (
    <div
      className={styles.edge}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('shell.sidebarWidth')}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={move}
      onDoubleClick={() => setWidth(USUAL)}
    />
  );
}
