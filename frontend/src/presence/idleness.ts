const IDLE_AFTER_MILLIS = 10 * 60_000;
const INPUTS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** What is needed of a document. */
type Page = EventTarget & Pick<Document, 'visibilityState'>;

/**
 * Tells when nobody has touched anything here for ten minutes, or looked at the page for as long, and when somebody
 * does again. Returns what ends it.
 */
export function watchIdleness(page: Page, tell: (activity: 'active' | 'idle') => void): () => void {
  let idle = false;
  // Whoever is watched from now on has just come, whatever was told of somebody before.
  tell('active');
  const fallIdle = () => {
    idle = true;
    tell('idle');
  };
  // A page that opens in the background is not looked at, but somebody has just opened it.
  let timer = setTimeout(fallIdle, IDLE_AFTER_MILLIS);

  const touched = () => {
    if (page.visibilityState === 'hidden') return;
    clearTimeout(timer);
    timer = setTimeout(fallIdle, IDLE_AFTER_MILLIS);
    if (!idle) return;
    idle = false;
    tell('active');
  };

  for (const input of INPUTS) page.addEventListener(input, touched, { passive: true });
  page.addEventListener('visibilitychange', touched);
  return () => {
    clearTimeout(timer);
    for (const input of INPUTS) page.removeEventListener(input, touched);
    page.removeEventListener('visibilitychange', touched);
  };
}
