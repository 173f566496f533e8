'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Edge, Part } from '../model/drag';

type Options = Part & {
  enabled: boolean;
  onDrop(id: string, edge: Edge): void;
};

/** Lets who may manage channels drag them and their categories; only then is it fetched what that takes. */
export function useDrag<E extends HTMLElement>({ part, serverId, id, enabled, onDrop }: Options) {
  const element = useRef<E>(null);
  const [edge, setEdge] = useState<Edge | null>(null);
  const [isDragging, setDragging] = useState(false);
  const drop = useEffectEvent(onDrop);

  useEffect(() => {
    if (!enabled) return;
    let end: (() => void) | undefined;
    let gone = false;
    void import('../model/drag').then(({ takePart }) => {
      if (gone || element.current === null) return;
      end = takePart(element.current, { part, serverId, id } as Part, {
        onEdge: setEdge,
        onDrop: (dropped, at) => drop(dropped, at),
        onDragging: setDragging,
      });
    });
    return () => {
      gone = true;
      end?.();
    };
  }, [enabled, part, serverId, id]);

  return { element, edge, isDragging };
}
