import { onDemand } from '@/components/ui/on-demand';

/** Fetched when the page has nothing else to do: they are in the menus that are wanted everywhere. */
export const NotificationItems = onDemand(() =>
  import('./notification-items').then((module) => module.NotificationItems),
);
