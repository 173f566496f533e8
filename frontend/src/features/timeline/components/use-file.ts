'use client';

import { useQuery } from '@tanstack/react-query';
import { useObjectUrl } from '@/http/use-object-url';
import { fetchFile } from '../api/fetch-file';

/** A file as a `blob:` URL, which lives as long as the component that asked for it. */
export function useFile(
  channelId: string,
  attachmentId: string,
  variant: 'file' | 'thumbnail',
  enabled = true,
  onReady?: (url: string) => void,
): { url: string | null; failed: boolean; retry(): void } {
  const { data, isError, refetch } = useQuery({
    queryKey: ['file', channelId, attachmentId, variant],
    queryFn: ({ signal }) => fetchFile(channelId, attachmentId, variant, signal),
    enabled,
    staleTime: Infinity,
    gcTime: variant === 'file' ? 0 : 5 * 60_000,
  });
  const url = useObjectUrl(enabled ? data : undefined, onReady);
  return { url, failed: isError, retry: () => void refetch() };
}
