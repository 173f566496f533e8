'use client';

import { useEffect, useState } from 'react';

/** As long as people take from one letter to the next. */
const TYPING_MILLIS = 250;

/** What was typed, once one has paused, and whether one has not yet. */
export function useTyped(text: string): readonly [string, boolean] {
  const wanted = text.trim().toLowerCase().slice(0, 100);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTyped(wanted), TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [wanted]);
  // To type nothing takes no time.
  return wanted === '' ? ['', false] : [typed, typed !== wanted];
}
