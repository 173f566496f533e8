import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';

export type Edge = 'top' | 'bottom';

interface Handlers {
  /** Over which edge a channel is held; null for none. */
  onEdge(edge: Edge | null): void;
  onDrop(channelId: string, edge: Edge): void;
}

interface Dragged {
  onDragging(isDragging: boolean): void;
}

const KIND = 'channel';

/** A channel that can be dragged, and that others can be dropped above and below. */
export function dragChannel(
  element: HTMLElement,
  channel: { serverId: string; channelId: string },
  { onDragging, ...handlers }: Handlers & Dragged,
): () => void {
  return combine(
    draggable({
      element,
      getInitialData: () => ({ kind: KIND, ...channel }),
      onDragStart: () => onDragging(true),
      onDrop: () => onDragging(false),
    }),
    dropTarget(element, channel, ['top', 'bottom'], handlers),
  );
}

/** The head of a category, below which channels can be dropped. */
export function dropBelow(element: HTMLElement, serverId: string, handlers: Handlers): () => void {
  return dropTarget(element, { serverId, channelId: null }, ['bottom'], handlers);
}

function dropTarget(
  element: HTMLElement,
  own: { serverId: string; channelId: string | null },
  allowedEdges: Edge[],
  { onEdge, onDrop }: Handlers,
): () => void {
  const edgeOf = (data: Record<string | symbol, unknown>): Edge =>
    extractClosestEdge(data) === 'top' ? 'top' : 'bottom';
  return dropTargetForElements({
    element,
    canDrop: ({ source: { data } }) =>
      data['kind'] === KIND && data['serverId'] === own.serverId && data['channelId'] !== own.channelId,
    getData: ({ input }) => attachClosestEdge({}, { element, input, allowedEdges }),
    onDrag: ({ self }) => onEdge(edgeOf(self.data)),
    onDragLeave: () => onEdge(null),
    onDrop: ({ self, source }) => {
      onEdge(null);
      onDrop(String(source.data['channelId']), edgeOf(self.data));
    },
  });
}
