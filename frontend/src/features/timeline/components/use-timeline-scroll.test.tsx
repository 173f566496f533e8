import { fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { useTimelineScroll } from './use-timeline-scroll';

const nothing = () => undefined;
let height = 0;
const viewport = () => screen.getByTestId('viewport');

interface Shown {
  firstKey: string;
  lastKey: string;
  lastIsOwn?: boolean;
}

function Page({ firstKey, lastKey, lastIsOwn = false }: Shown) {
  const { viewport, content, onScroll } = useTimelineScroll({
    firstKey,
    lastKey,
    lastIsOwn,
    isPresent: true,
    onNearTop: nothing,
    onNearBottom: nothing,
    onBottom: nothing,
  });
  return (
    <div ref={viewport} onScroll={onScroll} data-testid="viewport">
      <div ref={content} />
    </div>
  );
}

function scrollTo(top: number): void {
  viewport().scrollTop = top;
  fireEvent.scroll(viewport());
}

beforeEach(() => {
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(() => height);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(500);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

it('what one sends is shown, and does not pull one back down while it is on its way', () => {
  height = 2_000;
  const { rerender } = render(<Page firstKey="20" lastKey="70" />);
  scrollTo(300);
  height = 2_050;
  rerender(<Page firstKey="20" lastKey="mine" lastIsOwn />);
  expect(viewport().scrollTop).toBe(2_050);
  scrollTo(300);
  height = 4_050;
  rerender(<Page firstKey="1" lastKey="mine" lastIsOwn />);
  expect(viewport().scrollTop).toBe(2_300);
});
