'use client';

import type { ReactElement, ReactNode } from 'react';
import type * as Parts from './menu-parts';
import { layerOnDemand } from './on-demand';

export interface MenuProps {
  trigger: ReactElement;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** Given when something else than the trigger opens it too. */
  open?: boolean;
  onOpenChange?(open: boolean): void;
  children: ReactNode;
}

let parts: typeof Parts | undefined;

export const Menu = layerOnDemand<MenuProps>('menu', async () => {
  parts = await import('./menu-parts');
  return parts.Menu;
});

// What follows is shown in an open menu alone, and the parts are there by then.

export interface ItemProps {
  icon: ReactNode;
  children: ReactNode;
  /** What it does cannot be undone. */
  danger?: boolean;
  onSelect(): void;
}

export function MenuItem(props: ItemProps) {
  return parts && <parts.MenuItem {...props} />;
}

export function MenuSeparator() {
  return parts && <parts.MenuSeparator />;
}

export interface MoreProps {
  icon: ReactNode;
  label: string;
  children: ReactNode;
}

/** More of a menu, beside one of its items. */
export function MenuMore(props: MoreProps) {
  return parts && <parts.MenuMore {...props} />;
}

export interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string; icon: ReactNode }[];
  disabled?: boolean;
  onChange(value: T): void;
}

export function MenuChoice<T extends string>(props: ChoiceProps<T>) {
  return parts && <parts.MenuChoice {...props} />;
}
