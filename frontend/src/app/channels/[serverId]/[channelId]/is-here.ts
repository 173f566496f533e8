/** Whether one is in a thread, or, for null, in its channel or anywhere else: which of them a key is meant for. */
export function isHere(threadId: string | null): boolean {
  const inThread = Boolean(document.activeElement?.closest('[data-thread]'));
  return inThread === (threadId !== null);
}
