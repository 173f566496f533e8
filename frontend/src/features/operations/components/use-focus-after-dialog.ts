import { useEffect, useRef, useState, type RefObject } from 'react';

/**
 * Moves the focus to an element when what was asked in a dialog is done, since the button that opened the dialog may be gone
 * then. To be told in the same step as the dialog is closed: the dialog itself gives the focus back a moment after that.
 */
export function useFocusAfterDialog<T extends HTMLElement>(): [element: RefObject<T | null>, onDone: () => void] {
  const element = useRef<T>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (times === 0) return;
    // Behind the timer with which the dialog does.
    const timer = setTimeout(() => element.current?.focus());
    return () => clearTimeout(timer);
  }, [times]);
  return [element, () => setTimes((before) => before + 1)];
}
