'use client';

import { Tooltip as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './tooltip.module.css';
import { leaveEscape } from './use-escape';

interface Props {
  text: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
}

/** What a control is called; never the only place where something is said. */
export function Tooltip({ text, side = 'top', children }: Props) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          className={styles.tooltip}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onEscapeKeyDown={leaveEscape}
        >
          {text}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export const TooltipProvider = Primitive.Provider;
