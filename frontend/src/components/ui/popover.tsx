'use client';

import { Popover as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import './focus-origin';
import styles from './popover.module.css';

interface Props {
  label: string;
  trigger: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
  open: boolean;
  onOpenChange(open: boolean): void;
  children: ReactNode;
}

/** A small card beside what opened it. */
export function Popover({ label, trigger, side = 'left', open, onOpenChange, children }: Props) {
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
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
