'use client';

import { Slot } from 'radix-ui';
import {
  useEffect,
  useRef,
  useState,
  type ComponentType,
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import type { TooltipCard as Card } from './tooltip-card';
import { usesKeyboard } from './uses-keyboard';

export type Side = 'top' | 'right' | 'bottom' | 'left';

interface Props {
  text: string;
  side?: Side;
  /** One element, which takes props and a ref. */
  children: ReactNode;
}

const DELAY_MILLIS = 300;
/** So soon after one was shown the next is, as one looks along a row; so long the way from the control to it may take. */
const SOON_MILLIS = 150;

let TooltipCard: ComponentType<Parameters<typeof Card>[0]> | null = null;
let closeShown: (() => void) | null = null;
let shownUntil = -Infinity;

async function fetchCard(): Promise<void> {
  TooltipCard ??= (await import('./tooltip-card')).TooltipCard;
}

/**
 * What a control is called; never the only place where something is said. The control is the same element before, with and
 * after it, and what shows it is fetched when it is first waited for.
 */
export function Tooltip({ text, side = 'top', children }: Props) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef<Element | null>(null);

  function close() {
    clearTimeout(timer.current);
    wanted.current = null;
    setAnchor(null);
  }
  function open(element: Element, millis: number) {
    clearTimeout(timer.current);
    wanted.current = element;
    const show = () => {
      if (wanted.current !== element) return;
      closeShown?.();
      wanted.current = element;
      closeShown = close;
      setAnchor(element);
    };
    // Where it cannot be fetched nobody misses it.
    timer.current = setTimeout(() => void fetchCard().then(show, () => undefined), millis);
  }
  function leave() {
    clearTimeout(timer.current);
    if (anchor === null) wanted.current = null;
    else {
      shownUntil = Date.now() + SOON_MILLIS;
      timer.current = setTimeout(close, SOON_MILLIS);
    }
  }
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      wanted.current = null;
    },
    [],
  );

  return (
    <>
      <Slot.Root
        onPointerEnter={({ pointerType, currentTarget }: PointerEvent) => {
          if (pointerType !== 'touch') open(currentTarget, Date.now() < shownUntil ? 0 : DELAY_MILLIS);
        }}
        onPointerLeave={leave}
        onPointerDown={close}
        onClick={close}
        onFocus={({ currentTarget }: FocusEvent) => {
          if (usesKeyboard()) open(currentTarget, 0);
        }}
        onBlur={close}
      >
        {children}
      </Slot.Root>
      {anchor !== null && TooltipCard !== null && (
        <TooltipCard
          anchor={anchor}
          text={text}
          side={side}
          onClose={close}
          onStay={() => clearTimeout(timer.current)}
          onLeave={leave}
        />
      )}
    </>
  );
}
