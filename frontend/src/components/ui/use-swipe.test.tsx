import { fireEvent, render, screen } from '@testing-library/react';
import { createPortal } from 'react-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSwipe } from './use-swipe';

const WIDTH = 390;
const heard: string[] = [];

function Swiped({ from }: { from: 'edges' | 'anywhere' }) {
  const outer = useSwipe('edges', { forward: () => heard.push('outer forward') });
  const inner = useSwipe(from, {
    forward: () => heard.push('forward'),
    backward: () => heard.push('backward'),
  });
  return (
    <div {...outer}>
      <div {...inner}>
        <p>words</p>
        <textarea aria-label="field" />
        <pre style={{ overflowX: 'auto' }}>code</pre>
        {createPortal(<p>in front</p>, document.body)}
      </div>
    </div>
  );
}

interface Way {
  from: [number, number];
  to: [number, number];
  millis?: number;
  fingers?: number;
}

function swipe(element: Element, { from, to, millis = 100, fingers = 1 }: Way) {
  const touch = ([clientX, clientY]: [number, number]) => ({ identifier: 0, target: element, clientX, clientY });
  const at = (event: Event, timeStamp: number) => Object.defineProperty(event, 'timeStamp', { value: timeStamp });
  const begin = new Event('touchstart', { bubbles: true });
  const end = new Event('touchend', { bubbles: true });
  Object.assign(begin, { touches: Array.from({ length: fingers }, () => touch(from)) });
  Object.assign(end, { changedTouches: [touch(to)] });
  fireEvent(element, at(begin, 1_000));
  fireEvent(element, at(end, 1_000 + millis));
}

describe('a swipe', () => {
  beforeEach(() => {
    heard.length = 0;
    vi.stubGlobal('innerWidth', WIDTH);
  });
  afterEach(() => {
    document.dir = '';
    getSelection()?.removeAllRanges();
    vi.unstubAllGlobals();
  });

  const words = () => screen.getByText('words');

  it('comes from the side where it brings something in', () => {
    render(<Swiped from="edges" />);
    swipe(words(), { from: [10, 300], to: [120, 310] });
    swipe(words(), { from: [WIDTH - 10, 300], to: [WIDTH - 120, 310] });
    swipe(words(), { from: [150, 300], to: [300, 310] });
    swipe(words(), { from: [WIDTH - 10, 300], to: [WIDTH + 90, 310] });
    expect(heard).toEqual(['forward', 'backward']);
  });

  it('comes from anywhere where it sends something away, and is heard once', () => {
    render(<Swiped from="anywhere" />);
    swipe(words(), { from: [10, 300], to: [120, 310] });
    swipe(words(), { from: [200, 300], to: [120, 310] });
    expect(heard).toEqual(['forward', 'backward']);
  });

  it('goes the other way where one reads from right to left', () => {
    document.dir = 'rtl';
    render(<Swiped from="anywhere" />);
    swipe(words(), { from: [200, 300], to: [300, 310] });
    expect(heard).toEqual(['backward']);
  });

  it.each([
    ['too short', { from: [10, 300], to: [50, 300] }],
    ['too slow', { from: [10, 300], to: [200, 300], millis: 700 }],
    ['not along the line', { from: [10, 300], to: [110, 360] }],
    ['of two fingers', { from: [10, 300], to: [200, 300], fingers: 2 }],
  ] as [string, Way][])('is none that is %s', (_, way) => {
    render(<Swiped from="anywhere" />);
    swipe(words(), way);
    expect(heard).toEqual([]);
  });

  it('is none in a field, in what scrolls sideways, in front of the element, or over selected text', () => {
    render(<Swiped from="anywhere" />);
    const way: Way = { from: [10, 300], to: [200, 300] };
    const code = screen.getByText('code');
    Object.defineProperties(code, { scrollWidth: { value: 900 }, clientWidth: { value: 300 } });
    for (const element of [screen.getByLabelText('field'), code, screen.getByText('in front')]) swipe(element, way);
    getSelection()?.selectAllChildren(words());
    swipe(words(), way);
    expect(heard).toEqual([]);
    getSelection()?.removeAllRanges();
    Object.defineProperties(words(), { scrollWidth: { value: 900 }, clientWidth: { value: 300 } });
    swipe(words(), way);
    expect(heard).toEqual(['forward']);
  });
});
