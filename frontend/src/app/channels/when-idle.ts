/** Does something when the page is there and nothing else is to be done; returns how to call it off. */
export function whenIdle(task: () => void): () => void {
  let off = false;
  const run = () => {
    if (!off) task();
  };
  // Not every browser says when it has nothing to do.
  const wait = () =>
    void (typeof requestIdleCallback === 'function' ? requestIdleCallback(run) : setTimeout(run, 1_000));
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
  return () => {
    off = true;
    removeEventListener('load', wait);
  };
}
