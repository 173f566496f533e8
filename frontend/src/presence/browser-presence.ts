import type { PassingClientFrame, PassingFrame } from '@/realtime/protocol';
import { OwnPresence } from './own-presence';
import { Presences } from './presences';
import { Watching } from './watching';

let speak: ((frame: PassingClientFrame) => boolean) | null = null;

/** Says something to the gateway; false without a connection, and then nothing happens. */
export function say(frame: PassingClientFrame): boolean {
  return speak?.(frame) ?? false;
}

/** The gateway of this tab; null for none. */
export function speakThrough(gateway: ((frame: PassingClientFrame) => boolean) | null): void {
  speak = gateway;
}

export const presences = new Presences();
export const watching = new Watching(say);
export const ownPresence = new OwnPresence(say, {
  read: (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write: (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Without storage the choice lasts as long as the page, and at the gateway.
    }
  },
});

export function onReady(): void {
  ownPresence.onReady();
  watching.onReady();
}

export function take(frame: Exclude<PassingFrame, { op: 'typing_started' }>): void {
  if (frame.op === 'own_presence') ownPresence.learn(frame.chosen);
  else presences.take(frame);
}
