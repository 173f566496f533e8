'use client';

import { createContext, useContext } from 'react';

export type ShellDialog =
  | { name: 'create-server' | 'join-server' | 'invite' | 'leave-server' | 'create-category' }
  | { name: 'switcher' | 'shortcuts' | 'new-conversation' }
  | { name: 'export'; channelId: string }
  /** Null above all categories. */
  | { name: 'create-channel'; categoryId: string | null };

interface ShellActions {
  open(dialog: ShellDialog): void;
  /** One of these is probably opened next. */
  expect(...names: ShellDialog['name'][]): void;
  /** Where there is room for one pane only: shows the servers and channels. */
  showNavigation(): void;
}

export const ShellContext = createContext<ShellActions | null>(null);

export function useShell(): ShellActions {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error('no Shell above');
  return shell;
}
