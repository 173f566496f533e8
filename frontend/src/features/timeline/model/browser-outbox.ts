import { useSyncExternalStore } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { BrowserTabs } from '@/storage/tabs';
import { Written } from '@/storage/written';
import { postMessage } from '../api/post-message';
import { Outbox, type OutgoingMessage } from './outbox';

export const outbox = new Outbox({
  post: postMessage,
  newId: uuidv7,
  now: () => new Date(),
  wait: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
  written: new Written('outbox'),
  tabs: new BrowserTabs(),
});

const NONE: readonly OutgoingMessage[] = [];

export function useOutbox(): readonly OutgoingMessage[] {
  return useSyncExternalStore(outbox.subscribe, outbox.messages, () => NONE);
}
