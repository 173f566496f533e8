'use client';

import { useState } from 'react';
import { useCommand } from './use-command';

interface Options<V> {
  serverId: string;
  run(change: V, idempotencyKey: string): Promise<unknown>;
}

/**
 * Changes that hold at once: each counts from when it is asked for, so that the next is made on top of it, until what is
 * kept of the server tells it, or the services refuse it.
 */
export function useChanges<V extends object>({ serverId, run }: Options<V>) {
  const [asked, setAsked] = useState<readonly V[]>([]);
  const forget = (change: V) => setAsked((before) => before.filter((other) => other !== change));
  const saving = useCommand({ serverId, run, onShown: (_, change) => forget(change), onFailed: forget });

  /** Resolves when what is kept tells the change. That it is refused may be left to `saving`. */
  function ask(change: V): Promise<unknown> {
    setAsked((before) => [...before, change]);
    const done = saving.mutateAsync(change);
    done.catch(() => undefined);
    return done;
  }
  return { asked, ask, saving };
}
