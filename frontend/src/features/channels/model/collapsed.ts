'use client';

import { useSyncExternalStore } from 'react';
import { onKeptElsewhere } from '@/storage/kept-by-tabs';

const KEY = 'webchat.collapsed';
const NONE: readonly string[] = [];

let collapsed: readonly string[] | null = null;
const listeners = new Set<() => void>();

function read(): readonly string[] {
  if (collapsed !== null) return collapsed;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    collapsed = Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : NONE;
  } catch {
    collapsed = NONE;
  }
  return collapsed;
}

/** Only as many as somebody folds by hand: the oldest are forgotten. */
const KEPT = 200;

export function toggleCollapsed(categoryId: string): void {
  const before = read();
  const isCollapsed = before.includes(categoryId);
  collapsed = (isCollapsed ? before.filter((id) => id !== categoryId) : [...before, categoryId]).slice(-KEPT);
  try {
    localStorage.setItem(KEY, JSON.stringify(collapsed));
  } catch {
    // Without storage it lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/** The categories that this browser shows folded. */
export function useCollapsed(): readonly string[] {
  return useSyncExternalStore(subscribe, read, () => NONE);
}

onKeptElsewhere(KEY, () => {
  collapsed = null;
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
