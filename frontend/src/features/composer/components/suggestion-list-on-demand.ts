import { quietlyOnDemand } from '@/components/ui/on-demand';

/** Fetched when the page has nothing else to do, or something is first offered. */
export const SuggestionList = quietlyOnDemand(() =>
  import('./suggestion-list').then((module) => module.SuggestionList),
);
