'use client';

import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { CommandKeys } from './command-keys';
import { serviceClock } from './service-clock';

/**
 * The idempotency keys of the commands that a component gives one after the other. Services tell by a key how old it is,
 * so it is made by their clock.
 */
export function useCommandKeys(): CommandKeys {
  const [keys] = useState(() => new CommandKeys(() => uuidv7({ msecs: Math.floor(serviceClock.now()) })));
  return keys;
}
