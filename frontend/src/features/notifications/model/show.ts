import { pushWorker } from '@/web-push/worker';
import type { Call } from './notifier';
import { cannotShow, permission } from './permission';

/** Shows a notification of the system, if that is allowed, and gives the way to close it. */
export function showNotification(call: Call): () => void {
  const worker = pushWorker();
  if (worker !== null && Notification.permission === 'granted') return showThrough(worker, call);
  if (permission() !== 'granted') return () => undefined;
  const { key, title, body, onOpen } = call;
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

/** Where there is a worker that is called, it shows this too: then both are one, by their tag. */
function showThrough(worker: ServiceWorkerRegistration, { key, title, body, href }: Call): () => void {
  const shown = worker.showNotification(title, { body, tag: key, silent: true, data: { href } }).catch(() => undefined);
  return () => {
    void shown
      .then(() => worker.getNotifications({ tag: key }))
      .then((all) => all.forEach((one) => one.close()))
      .catch(() => undefined);
  };
}
