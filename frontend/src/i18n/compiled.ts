import compile from 'icu-minify/compile';
import type { Messages } from '@/messages/translated';

/**
 * The same catalogue with its messages taken apart. What speaks it is built without what takes them apart
 * (`next.config.ts`), which would be a good part of what the page to log in loads.
 */
export function compiled(catalogue: Messages): Messages {
  const sections = Object.entries(catalogue).map(([section, words]) => [
    section,
    Object.fromEntries(Object.entries(words).map(([key, text]: [string, string]) => [key, plain(compile(text))])),
  ]);
  return Object.fromEntries(sections) as Messages;
}

/** Only objects with the usual prototype are handed over from the server to the browser; what is compiled has none. */
function plain<T>(compiled: T): T {
  return structuredClone(compiled);
}
