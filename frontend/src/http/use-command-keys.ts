'use client';

import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { CommandKeys } from './command-keys';

/** The idempotency keys of the commands that a component gives one after the other. */
export function useCommandKeys(): CommandKeys {
  const [keys] = useState(() => new CommandKeys(uuidv7));
  return keys;
}
