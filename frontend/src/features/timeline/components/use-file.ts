'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { fetchFile } from '../api/fetch-file';

/**
 * A file as a `blob:` URL: the access token is part of a header and never of a URL. The URL lives as long as the component
 * that asked for it.
 */
export function useFile(
  channelId: string,
  attachmentId: string,
  variant: 'file' | 'thumbnail',
  enabled = true,
  onReady?: (url: string) => void,
): { url: string | null; failed: boolean } {
  const { data, isError } = useQuery({
    queryKey: ['file', channelId, attachmentId, variant],
    queryFn: ({ signal }) => fetchFile(channelId, attachmentId, variant, signal),
    enabled,
    staleTime: Infinity,
    gcTime: variant === 'file' ? 0 : 5 * 60_000,
  });
  const [url, setUrl] = useState<string | null>(null);
  const ready = useEffectEvent((made: string) => onReady?.(made));
  useEffect(() => {
    if (data === undefined || !enabled) return;
    const made = URL.createObjectURL(data);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the URL is a resource that has to be given back
    setUrl(made);
    ready(made);
    return () => {
      setUrl(null);
      // A download that has just begun still reads it.
      setTimeout(() => URL.revokeObjectURL(made), 10_000);
    };
  }, [data, enabled]);
  return { url, failed: isError };
}
