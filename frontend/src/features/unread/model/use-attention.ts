'use client';

import { useSyncExternalStore } from 'react';

/** Whether one looks at the window: it has the focus and can be seen. */
export function useAttention(): boolean {
  return useSyncExternalStore(subscribe, looks, () => false);
}

function looks(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

function subscribe(changed: () => void): () => void {
  addEventListener('focus', changed);
  addEventListener('blur', changed);
  document.addEventListener('visibilitychange', changed);
  return () => {
    removeEventListener('focus', changed);
    removeEventListener('blur', changed);
    document.removeEventListener('visibilitychange', changed);
  };
}
