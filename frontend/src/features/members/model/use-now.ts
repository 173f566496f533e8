'use client';

import { useEffect, useState } from 'react';
import { serviceClock } from '@/http/service-clock';

/** The time of the services, told anew every so often. */
export function useNow(everyMillis = 10_000): number {
  const [now, setNow] = useState(serviceClock.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(serviceClock.now()), everyMillis);
    return () => clearInterval(timer);
  }, [everyMillis]);
  return now;
}
