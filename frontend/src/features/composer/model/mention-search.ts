import { createContext } from 'react';

/** Told what is typed after an at sign, for those who are not among the suggestions yet; empty for nothing. */
export const MentionSearch = createContext<((text: string) => void) | null>(null);
