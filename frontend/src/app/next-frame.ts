/** A page that is not shown has no frames. */
const WITHOUT_FRAMES_MILLIS = 100;

let waiting: (() => void)[] = [];

/**
 * Runs something right before the next frame, together with all else that waits for it: what changes many times between
 * two frames is rendered once. Without frames it runs soon.
 */
export function beforeNextFrame(callback: () => void): void {
  waiting.push(callback);
  if (waiting.length > 1) return;
  if (document.visibilityState !== 'visible') {
    setTimeout(run);
    return;
  }
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    run();
  });
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    run();
  }, WITHOUT_FRAMES_MILLIS);
}

function run(): void {
  const callbacks = waiting;
  waiting = [];
  for (const callback of callbacks) {
    try {
      callback();
    } catch (error) {
      // As if each had a frame of its own.
      reportError(error);
    }
  }
}
