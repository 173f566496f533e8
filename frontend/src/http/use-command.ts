'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { queryKeys } from '@/contracts/query-keys';
import { CommandKeys } from './command-keys';
import { refetch } from './refetch';

interface Options<V, R> {
  serverId: string;
  run(input: V, idempotencyKey: string): Promise<R>;
  /** It is done; what is kept of the server may not tell it yet. */
  onDone?(result: R, input: V): void;
  /** What is kept of the server tells it. The command counts as running until then. */
  onShown?(result: R, input: V): void;
  onFailed?(input: V): void;
}

/**
 * A structural command: one after the other, each under a key of its own, which a repetition after a lost answer keeps.
 * Its effect usually arrives over the socket; without one, the server is read anew.
 */
export function useCommand<V, R>({ serverId, run, onDone, onShown, onFailed }: Options<V, R>) {
  const queryClient = useQueryClient();
  const [keys] = useState(() => new CommandKeys(uuidv7));
  return useMutation({
    scope: { id: serverId },
    mutationFn: (input: V) => run(input, keys.of(input)),
    onSuccess: async (result, input) => {
      keys.done();
      const read = refetch(queryClient, queryKeys.server(serverId));
      onDone?.(result, input);
      if (!onShown) return;
      await read;
      onShown(result, input);
    },
    onError: (_, input) => onFailed?.(input),
  });
}
