import { quietlyOnDemand } from '@/components/ui/on-demand';

/** Fetched when the page has nothing else to do: it is there as soon as one comes near a message. */
export const MessageToolbar = quietlyOnDemand(() =>
  import('./message-toolbar').then((module) => module.MessageToolbar),
);
