import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { useTimelineScroll } from './use-timeline-scroll';

const ROW_PIXELS = 50;
const viewport = () => screen.getByTestId('viewport');
const rows = () => [...viewport().querySelectorAll('[data-message-id]')];

/** The messages with these numbers. */
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => (from + i).toString());

interface Shown {
  keys: readonly string[];
  lastIsOwn?: boolean;
  isPresent?: boolean;
}

const onNearTop = vi.fn();
const onNearBottom = vi.fn();
const onBottom = vi.fn<(atBottom: boolean) => void>();
let resize: () => void;

function Page({ keys, lastIsOwn = false, isPresent = true }: Shown) {
  const { viewport, content, onScroll } = useTimelineScroll({
    firstKey: keys[0],
    lastKey: keys.at(-1),
    lastIsOwn,
    isPresent,
    onNearTop,
    onNearBottom,
    onBottom,
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
  onNearTop.mockReset();
  onNearBottom.mockReset();
  onBottom.mockReset();
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
      constructor(observed: () => void) {
        resize = observed;
      }
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

it('older messages that came and went at once are asked for again', () => {
  const { rerender } = render(<Page keys={numbers(41, 80)} />);
  expect(onNearTop).not.toHaveBeenCalled();
  scrollTo(0);
  expect(onNearTop).toHaveBeenCalledTimes(1);
  rerender(<Page keys={numbers(1, 80)} />);
  expect(onNearTop).toHaveBeenCalledTimes(1);
  rerender(<Page keys={numbers(41, 80)} />);
  expect(onNearTop).toHaveBeenCalledTimes(2);
});

it('nothing is scrolled when what comes moves nothing', () => {
  const { rerender } = render(<Page keys={numbers(41, 80)} />);
  scrollTo(320);
  const scrolled = vi.spyOn(Element.prototype, 'scrollTop', 'set');
  rerender(<Page keys={numbers(41, 90)} />);
  expect(scrolled).not.toHaveBeenCalled();
});

it('who was at the newest message is no longer there when it is let go of', () => {
  const { rerender } = render(<Page keys={numbers(41, 80)} />);
  expect(onBottom).toHaveBeenLastCalledWith(true);
  rerender(<Page keys={numbers(41, 70)} isPresent={false} />);
  expect(onBottom).toHaveBeenLastCalledWith(false);
});

it('newer messages of a stretch of the past are asked for when its end comes into sight by itself', () => {
  const { rerender } = render(<Page keys={numbers(1, 40)} isPresent={false} />);
  scrollTo(0);
  act(() => resize());
  expect(onNearBottom).not.toHaveBeenCalled();
  rerender(<Page keys={numbers(1, 20)} isPresent={false} />);
  act(() => resize());
  expect(onNearBottom).toHaveBeenCalledOnce();
});
