import type { Call } from './notifier';
import { cannotShow, permission } from './permission';

/** Shows a notification of the system, if that is allowed, and gives the way to close it. */
export function showNotification({ key, title, body, onOpen }: Call): () => void {
  if (permission() !== 'granted') return () => undefined;
  try {
    // The tag makes one of those that several windows show. Its sound is ours.
    const notification = new Notification(title, { body, tag: key, silent: true });
    notification.onclick = () => {
      window.focus();
      onOpen();
      notification.close();
    };
    return () => notification.close();
  } catch {
    cannotShow();
    return () => undefined;
  }
}
