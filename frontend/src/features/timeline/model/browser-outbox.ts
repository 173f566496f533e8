import { useSyncExternalStore } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { WithheldError } from '@/http/problem';
import { api } from '@/session/browser-session';
import { browserTabs } from '@/storage/tabs';
import { Written } from '@/storage/written';
import { postMessage } from '../api/post-message';
import { Outbox, type OutgoingMessage } from './outbox';

export const outbox = new Outbox({
  post,
  newId: uuidv7,
  now: () => new Date(),
  wait: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
  written: new Written('outbox'),
  tabs: browserTabs,
});

/** What was written before commands were withheld is kept back like them, but does not count as one. */
async function post(message: OutgoingMessage): Promise<void> {
  if (api.isWithholding) throw new WithheldError('commands are withheld');
  await postMessage(message);
}

const NONE: readonly OutgoingMessage[] = [];

export function useOutbox(): readonly OutgoingMessage[] {
  return useSyncExternalStore(outbox.subscribe, outbox.messages, () => NONE);
}
