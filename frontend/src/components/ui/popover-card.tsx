'use client';

import { Popover as Primitive } from 'radix-ui';
import { isFocusLost } from './focus-origin';
import type { PopoverProps } from './popover';
import styles from './popover.module.css';
import { BackCloses } from './use-back';

/** Fetched when a card is first wanted (popover.tsx). */
export function PopoverCard({ label, trigger, side = 'left', open, onOpenChange, focusAfter, children }: PopoverProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          className={styles.popover}
          aria-label={label}
          side={side}
          align="start"
          sideOffset={8}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            const next = focusAfter?.();
            if (!next && isFocusLost()) return;
            event.preventDefault();
            next?.focus();
          }}
        >
          {children}
          <BackCloses onBack={() => onOpenChange(false)} />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
