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
  onDone?(result: R, input: V): void;
}

/**
 * A structural command: one after the other, each under a key of its own, which a repetition after a lost answer keeps.
 * Its effect usually arrives over the socket; without one, the server is read anew.
 */
export function useCommand<V, R>({ serverId, run, onDone }: Options<V, R>) {
  const queryClient = useQueryClient();
  const [keys] = useState(() => new CommandKeys(uuidv7));
  return useMutation({
    scope: { id: serverId },
    mutationFn: (input: V) => run(input, keys.of(input)),
    onSuccess: (result, input) => {
      keys.done();
      void refetch(queryClient, queryKeys.server(serverId));
      onDone?.(result, input);
    },
  });
}
