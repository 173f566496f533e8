import { fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { useTimelineScroll } from './use-timeline-scroll';

const ROW_PIXELS = 50;
const nothing = () => undefined;
const viewport = () => screen.getByTestId('viewport');
const rows = () => [...viewport().querySelectorAll('[data-message-id]')];

/** The messages with these numbers. */
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => (from + i).toString());

function Page({ keys, lastIsOwn = false }: { keys: readonly string[]; lastIsOwn?: boolean }) {
  const { viewport, content, onScroll } = useTimelineScroll({
    firstKey: keys[0],
    lastKey: keys.at(-1),
    lastIsOwn,
    isPresent: true,
    onNearTop: nothing,
    onNearBottom: nothing,
    onBottom: nothing,
  });
  return (
    <div ref={viewport} onScroll={onScroll} data-testid="viewport">
      <div ref={content}>
        {keys.map((key) => (
          <div key={key} data-message-id={key} />
        ))}
      </div>
    </div>
  );
}

function scrollTo(top: number): void {
  viewport().scrollTop = top;
  fireEvent.scroll(viewport());
}

beforeEach(() => {
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(() => rows().length * ROW_PIXELS);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(500);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const row = rows().indexOf(this);
    return row < 0
      ? new DOMRect(0, 0, 100, 500)
      : new DOMRect(0, row * ROW_PIXELS - viewport().scrollTop, 100, ROW_PIXELS);
  });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

it('what one sends is shown, and does not pull one back down while it is on its way', () => {
  const { rerender } = render(<Page keys={numbers(41, 80)} />);
  scrollTo(320);
  rerender(<Page keys={[...numbers(41, 80), 'mine']} lastIsOwn />);
  expect(viewport().scrollTop).toBe(41 * ROW_PIXELS);
  scrollTo(320);
  rerender(<Page keys={[...numbers(1, 80), 'mine']} lastIsOwn />);
  expect(viewport().scrollTop).toBe(40 * ROW_PIXELS + 320);
});

it('what is read stays where it is when rows come and go above and below', () => {
  const { rerender } = render(<Page keys={numbers(41, 80)} />);
  scrollTo(1_020);
  rerender(<Page keys={numbers(1, 80)} />);
  expect(viewport().scrollTop).toBe(40 * ROW_PIXELS + 1_020);
  rerender(<Page keys={numbers(21, 90)} />);
  expect(viewport().scrollTop).toBe(20 * ROW_PIXELS + 1_020);
});
