'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Edge } from '../model/drag';

interface Options {
  serverId: string;
  /** Null for the head of a category: things are dropped below it, and it stays where it is. */
  channelId: string | null;
  enabled: boolean;
  onDrop(channelId: string, edge: Edge): void;
}

/** Lets who may manage channels drag them; only then is it fetched what that takes. */
export function useChannelDrag<E extends HTMLElement>({ serverId, channelId, enabled, onDrop }: Options) {
  const element = useRef<E>(null);
  const [edge, setEdge] = useState<Edge | null>(null);
  const [isDragging, setDragging] = useState(false);
  const drop = useEffectEvent(onDrop);

  useEffect(() => {
    if (!enabled) return;
    let end: (() => void) | undefined;
    let gone = false;
    void import('../model/drag').then(({ dragChannel, dropBelow }) => {
      if (gone || element.current === null) return;
      const handlers = { onEdge: setEdge, onDrop: (dropped: string, at: Edge) => drop(dropped, at) };
      end =
        channelId === null
          ? dropBelow(element.current, serverId, handlers)
          : dragChannel(element.current, { serverId, channelId }, { ...handlers, onDragging: setDragging });
    });
    return () => {
      gone = true;
      end?.();
    };
  }, [enabled, serverId, channelId]);

  return { element, edge, isDragging };
}
