'use client';

import { Tooltip as Primitive } from 'radix-ui';
import { useEffect, useEffectEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Side } from './tooltip';
import styles from './tooltip.module.css';

interface Props {
  /** What it stands beside. */
  anchor: Element;
  text: string;
  side: Side;
  onClose(): void;
  /** The pointer comes to it, or leaves it. */
  onStay(): void;
  onLeave(): void;
}

/** A tooltip that is shown; Escape closes it, and what moves its control away. */
export function TooltipCard({ anchor, text, side, onClose, onStay, onLeave }: Props) {
  const [{ left, top, width, height }] = useState(() => anchor.getBoundingClientRect());
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const onScroll = ({ target }: Event) => {
      if (target instanceof Node && target.contains(anchor)) close();
    };
    document.addEventListener('scroll', onScroll, true);
    return () => document.removeEventListener('scroll', onScroll, true);
  }, [anchor]);

  return (
    <Primitive.Provider disableHoverableContent>
      <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
        {createPortal(
          <Primitive.Trigger asChild>
            <span className={styles.anchor} style={{ left, top, width, height }} aria-hidden />
          </Primitive.Trigger>,
          document.body,
        )}
        <Primitive.Portal>
          <Primitive.Content
            className={styles.tooltip}
            side={side}
            sideOffset={6}
            collisionPadding={8}
            onPointerEnter={onStay}
            onPointerLeave={onLeave}
          >
            {text}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
