import { beforeEach, expect, it, vi } from 'vitest';
import { OwnPresence } from './own-presence';

const say = vi.fn();
let kept: Map<string, string>;
const memory = {
  read: (key: string) => kept.get(key) ?? null,
  write: (key: string, value: string) => kept.set(key, value),
};

beforeEach(() => {
  say.mockReset();
  kept = new Map();
});

it('a connection hears whether one is here and what was chosen', () => {
  const own = new OwnPresence(say, memory);
  own.onReady();
  expect(say).toHaveBeenLastCalledWith({ op: 'presence', activity: 'active', chosen: 'automatic' });
  own.is('idle');
  own.is('idle');
  expect(say).toHaveBeenCalledTimes(2);
  expect(say).toHaveBeenLastCalledWith({ op: 'presence', activity: 'idle', chosen: 'automatic' });
});

it('a choice is told and remembered', () => {
  new OwnPresence(say, memory).choose('invisible');
  expect(say).toHaveBeenLastCalledWith({ op: 'choose_presence', chosen: 'invisible' });
  const later = new OwnPresence(say, memory);
  later.onReady();
  expect(say).toHaveBeenLastCalledWith({ op: 'presence', activity: 'active', chosen: 'invisible' });
});

it('what was chosen on another device holds here, and is not said again', () => {
  const own = new OwnPresence(say, memory);
  const changed = vi.fn();
  own.subscribe(changed);
  own.learn('do-not-disturb');
  own.learn('do-not-disturb');
  expect(own.chosen()).toBe('do-not-disturb');
  expect(changed).toHaveBeenCalledTimes(1);
  expect(say).not.toHaveBeenCalled();
});

it('who comes next at this browser has chosen nothing yet', () => {
  const own = new OwnPresence(say, memory);
  own.choose('invisible');
  own.forget();
  expect(own.chosen()).toBe('automatic');
  expect(new OwnPresence(say, memory).chosen()).toBe('automatic');
  expect(say).toHaveBeenCalledTimes(1);
});

it('what is no choice is not remembered as one', () => {
  kept.set('webchat:presence', 'dancing');
  expect(new OwnPresence(say, memory).chosen()).toBe('automatic');
});
