import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';

export type Edge = 'top' | 'bottom';

/** What takes part in putting channels and categories in order. */
export type Part =
  /** It can be dragged, and other channels can be dropped above and below it. */
  | { part: 'channel'; serverId: string; id: string }
  /** The head of a category, which drags it all; channels can be dropped below it. */
  | { part: 'head'; serverId: string; id: string }
  /** A category with its channels, before and behind which others can be dropped; null for what stands above them all. */
  | { part: 'section'; serverId: string; id: string | null };

export interface Handlers {
  /** Over which edge something is held; null for none. */
  onEdge(edge: Edge | null): void;
  /** Of what was dropped, which is of the kind that the part takes. */
  onDrop(id: string, edge: Edge): void;
  onDragging(isDragging: boolean): void;
}

type Kind = 'channel' | 'category';

/** Lets an element take part, until what it returns is called. */
export function takePart(element: HTMLElement, own: Part, handlers: Handlers): () => void {
  switch (own.part) {
    case 'channel':
      return combine(
        dragged(element, 'channel', own, handlers),
        target(element, 'channel', own, ['top', 'bottom'], handlers),
      );
    case 'head':
      return combine(
        dragged(element, 'category', own, handlers),
        target(element, 'channel', { serverId: own.serverId, id: null }, ['bottom'], handlers),
      );
    case 'section':
      return target(element, 'category', own, own.id === null ? ['bottom'] : ['top', 'bottom'], handlers);
  }
}

function dragged(
  element: HTMLElement,
  kind: Kind,
  { serverId, id }: { serverId: string; id: string },
  { onDragging }: Handlers,
): () => void {
  return draggable({
    element,
    getInitialData: () => ({ kind, serverId, id }),
    onDragStart: () => onDragging(true),
    onDrop: () => onDragging(false),
  });
}

/** Takes what is of that kind and of the same server, but not itself. */
function target(
  element: HTMLElement,
  kind: Kind,
  own: { serverId: string; id: string | null },
  allowedEdges: Edge[],
  { onEdge, onDrop }: Handlers,
): () => void {
  const edgeOf = (data: Record<string | symbol, unknown>): Edge =>
    extractClosestEdge(data) === 'top' ? 'top' : 'bottom';
  return dropTargetForElements({
    element,
    canDrop: ({ source: { data } }) =>
      data['kind'] === kind && data['serverId'] === own.serverId && data['id'] !== own.id,
    getData: ({ input }) => attachClosestEdge({}, { element, input, allowedEdges }),
    onDrag: ({ self }) => onEdge(edgeOf(self.data)),
    onDragLeave: () => onEdge(null),
    onDrop: ({ self, source }) => {
      onEdge(null);
      onDrop(String(source.data['id']), edgeOf(self.data));
    },
  });
}
