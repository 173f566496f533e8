'use client';

import { useRef, type TouchEvent } from 'react';

/** So near to the side of the window a swipe begins that brings something in from there. */
const EDGE_PIXELS = 40;
const SHORTEST_PIXELS = 56;
const LONGEST_MILLIS = 600;

interface Swipes {
  /** Along the line, in the direction in which one reads. */
  forward?(): unknown;
  backward?(): unknown;
}

interface Begin {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/**
 * Lets a finger swipe: what it returns belongs to the element that is swiped. What scrolls sideways, is written in, or has
 * text selected keeps its finger, and so does whatever stands in front of the element. Nothing moves along with the finger.
 *
 * @param from `edges`: forward from where a line begins and backward from where it ends, at the sides of the window
 */
export function useSwipe(from: 'edges' | 'anywhere', swipes: Swipes) {
  const begin = useRef<Begin | null>(null);

  function onTouchStart({ touches, target, currentTarget, timeStamp }: TouchEvent<HTMLElement>) {
    const touch = touches[0];
    const free = touches.length === 1 && touch !== undefined && isFree(target as Element, currentTarget);
    begin.current = free ? { x: touch.clientX, y: touch.clientY, at: timeStamp } : null;
  }

  function onTouchEnd(event: TouchEvent<HTMLElement>) {
    const { changedTouches, timeStamp } = event;
    const touch = changedTouches[0];
    const began = begin.current;
    begin.current = null;
    if (began === null || touch === undefined || timeStamp - began.at > LONGEST_MILLIS) return;
    const way = touch.clientX - began.x;
    const isAlong = Math.abs(way) >= SHORTEST_PIXELS && Math.abs(way) > 2 * Math.abs(touch.clientY - began.y);
    if (!isAlong || getSelection()?.isCollapsed === false) return;
    const toRight = way > 0;
    const edge = toRight ? began.x : window.innerWidth - began.x;
    if (from === 'edges' && edge > EDGE_PIXELS) return;
    const isForward = toRight === (document.dir !== 'rtl');
    const act = isForward ? swipes.forward : swipes.backward;
    if (act === undefined) return;
    event.stopPropagation();
    act();
  }

  return { onTouchStart, onTouchEnd, onTouchCancel: () => (begin.current = null) };
}

/** Whether nothing between the finger and the element wants the swipe itself. */
function isFree(target: Element, swiped: Element): boolean {
  // What a portal shows is a part of the element for React alone.
  if (!swiped.contains(target) || target.closest('input, textarea, select, [contenteditable]') !== null) return false;
  for (let element: Element | null = target; element !== null && element !== swiped; element = element.parentElement) {
    const scrolls = element.scrollWidth > element.clientWidth && element.clientWidth > 0;
    if (scrolls && /auto|scroll/.test(getComputedStyle(element).overflowX)) return false;
  }
  return true;
}
