'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/contracts/query-keys';
import { isTransient } from './problem';
import { refetch } from './refetch';
import { useCommandKeys } from './use-command-keys';

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
 * A structural command: one after the other, each under a key of its own, which only a repetition after a lost answer keeps.
 * It is repeated by itself a few times while it may succeed a little later.
 * Its effect usually arrives over the socket; without one, the server is read anew.
 */
export function useCommand<V, R>({ serverId, run, onDone, onShown, onFailed }: Options<V, R>) {
  const queryClient = useQueryClient();
  const keys = useCommandKeys();
  return useMutation({
    scope: { id: serverId },
    retry: (failures, error) => failures < 3 && isTransient(error),
    mutationFn: (input: V) => keys.run(input, (key) => run(input, key)),
    onSuccess: async (result, input) => {
      const read = refetch(queryClient, queryKeys.server(serverId));
      onDone?.(result, input);
      if (!onShown) return;
      await read;
      onShown(result, input);
    },
    onError: (_, input) => onFailed?.(input),
  });
}
