import { queryOptions } from '@tanstack/react-query';
import type { Message } from '@/contracts/message';
import { queryKeys } from '@/contracts/query-keys';
import { fetchEdits, type Version } from '../api/fetch-edits';

export type EditEntry =
  | { readonly kind: 'version'; readonly version: Version; readonly place: 'present' | 'between' | 'first' }
  /** Versions that are no longer kept. */
  | { readonly kind: 'gap'; readonly after: number; readonly count: number };

const AGAIN_MILLIS = 500;

/**
 * All that a message has said. Another edit asks anew; nothing is kept once it is no longer looked at. An edit of one's own
 * is shown before it is in the log: until the answer {@link contains} it, it is asked for again.
 */
export const editsQuery = ({ channelId, messageId, revision }: Message) =>
  queryOptions({
    queryKey: queryKeys.edits(channelId, messageId, revision),
    queryFn: ({ signal }) => fetchEdits(channelId, messageId, signal),
    refetchInterval: ({ state: { data } }) => (data && !contains(data, revision) ? AGAIN_MILLIS : false),
    gcTime: 0,
  });

/** Whether the versions go as far as what is shown. */
export function contains(versions: readonly Version[], revision: number): boolean {
  return (versions.at(-1)?.revision ?? -1) >= revision;
}

/** The latest first; of a message that was edited very often the services keep the first version and the last ones. */
export function entriesOf(versions: readonly Version[]): readonly EditEntry[] {
  return versions
    .flatMap((version, index): EditEntry[] => {
      const missing = version.revision - (versions[index - 1]?.revision ?? -1) - 1;
      const place = index === versions.length - 1 ? 'present' : version.revision === 0 ? 'first' : 'between';
      const entry: EditEntry = { kind: 'version', version, place };
      return missing > 0 ? [{ kind: 'gap', after: version.revision - missing, count: missing }, entry] : [entry];
    })
    .reverse();
}
