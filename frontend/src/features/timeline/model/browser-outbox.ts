import { useSyncExternalStore } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { postMessage } from '../api/post-message';
import { Outbox, type OutgoingMessage } from './outbox';

export const outbox = new Outbox({
  post: postMessage,
  newId: uuidv7,
  now: () => new Date(),
  wait: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
});

const NONE: readonly OutgoingMessage[] = [];

export function useOutbox(): readonly OutgoingMessage[] {
  return useSyncExternalStore(outbox.subscribe, outbox.messages, () => NONE);
}
