'use client';

import { useState } from 'react';

/**
 * Sends a form, once at a time, and keeps why that failed. Signing in asks for nothing that is worth a cache, so its
 * pages go without the one of the app.
 */
export function useSubmission<I, O>(send: (input: I) => Promise<O>, onDone: (answer: O) => void) {
  const [state, setState] = useState<{ isPending: boolean; error: unknown }>({ isPending: false, error: null });

  async function submit(input: I): Promise<void> {
    if (state.isPending) return;
    setState({ isPending: true, error: null });
    try {
      onDone(await send(input));
      setState({ isPending: false, error: null });
    } catch (error) {
      setState({ isPending: false, error });
    }
  }

  return { ...state, submit };
}
