'use client';

import { useEffect, useState } from 'react';

/** The value, once it has been there for a while; null at once. A blip is not worth a word. */
export function useSettled<T>(value: T | null, afterMillis: number): T | null {
  const present = value !== null;
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!present) return;
    const timer = setTimeout(() => setSettled(true), afterMillis);
    return () => {
      clearTimeout(timer);
      setSettled(false);
    };
  }, [present, afterMillis]);
  return present && settled ? value : null;
}
