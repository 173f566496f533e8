import { quietlyOnDemand } from '@/components/ui/on-demand';

/** Fetched when the page has nothing else to do, or when it is first shown: its place in the header has its width. */
export const SearchField = quietlyOnDemand(() => import('./search-field').then((module) => module.SearchField));
