'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/**
 * What was fetched, as a `blob:` URL: the access token is part of a header and never of a URL. The URL lives as long as
 * the component that asked for it.
 */
export function useObjectUrl(data: Blob | undefined, onReady?: (url: string) => void): string | null {
  const [url, setUrl] = useState<string | null>(null);
  const ready = useEffectEvent((made: string) => onReady?.(made));
  useEffect(() => {
    if (data === undefined) return;
    const made = URL.createObjectURL(data);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the URL is a resource that has to be given back
    setUrl(made);
    ready(made);
    return () => {
      setUrl(null);
      // A download that has just begun still reads it.
      setTimeout(() => URL.revokeObjectURL(made), 10_000);
    };
  }, [data]);
  return url;
}
