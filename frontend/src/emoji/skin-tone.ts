'use client';

import { useSyncExternalStore } from 'react';
import { onKeptElsewhere } from '@/storage/kept-by-tabs';

const KEY = 'webchat.skin-tone';

/** None for the yellow that emoji have by themselves; then from the lightest. */
export const SKIN_TONES = ['', '🏻', '🏼', '🏽', '🏾', '🏿'] as const;

export type SkinTone = (typeof SKIN_TONES)[number];

let chosen: SkinTone | null = null;
const listeners = new Set<() => void>();

/** An emoji that shows somebody, in a tone; any other as it is. */
export function toned(emoji: string, tone: SkinTone): string {
  return tone === '' ? emoji : emoji.replace(/(\p{Emoji_Modifier_Base})\uFE0F?/u, `$1${tone}`);
}

export function chooseSkinTone(tone: SkinTone): void {
  chosen = tone;
  try {
    localStorage.setItem(KEY, tone);
  } catch {
    // Without storage it lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/** The tone in which somebody picks emoji in this browser. */
export function useSkinTone(): SkinTone {
  return useSyncExternalStore(subscribe, read, () => '');
}

function read(): SkinTone {
  if (chosen !== null) return chosen;
  try {
    chosen = SKIN_TONES.find((tone) => tone === localStorage.getItem(KEY)) ?? '';
  } catch {
    chosen = '';
  }
  return chosen;
}

onKeptElsewhere(KEY, () => {
  chosen = null;
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
