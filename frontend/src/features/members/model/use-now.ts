'use client';

import { useEffect, useState } from 'react';

/** The time, told anew every so often. */
export function useNow(everyMillis = 10_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMillis);
    return () => clearInterval(timer);
  }, [everyMillis]);
  return now;
}
