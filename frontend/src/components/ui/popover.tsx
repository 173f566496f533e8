'use client';

import type { ReactElement, ReactNode } from 'react';
import { layerOnDemand } from './on-demand';

export interface PopoverProps {
  label: string;
  trigger: ReactElement;
  side?: 'top' | 'right' | 'bottom' | 'left';
  open: boolean;
  onOpenChange(open: boolean): void;
  /** What gets the focus when it is closed; what opened it if null. */
  focusAfter?(): HTMLElement | null;
  children: ReactNode;
}

/** A small card beside what opened it. */
export const Popover = layerOnDemand<PopoverProps>('dialog', () =>
  import('./popover-card').then((module) => module.PopoverCard),
);
