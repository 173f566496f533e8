import { beforeEach, expect, it, vi } from 'vitest';
import { OwnPresence } from './own-presence';

const say = vi.fn();
let kept: Map<string, string>;
const memory = {
  read: (key: string) => kept.get(key) ?? null,
  write: (key: string, value: string) => kept.set(key, value),
};

beforeEach(() => {
  say.mockReset().mockReturnValue(true);
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

it('what was chosen without a connection is told once there is one, against what the gateway remembers', () => {
  kept.set('webchat:presence', 'invisible');
  const own = new OwnPresence(say, memory);
  say.mockReturnValue(false);
  own.choose('automatic');
  own.is('idle');
  say.mockReset().mockReturnValue(true);
  own.onReady();
  expect(say.mock.calls).toEqual([
    [{ op: 'presence', activity: 'idle', chosen: 'automatic' }],
    [{ op: 'choose_presence', chosen: 'automatic' }],
  ]);
  own.onReady();
  expect(say).toHaveBeenCalledTimes(3);
});

it('who comes next tells nothing of what was chosen before them', () => {
  const own = new OwnPresence(say, memory);
  say.mockReturnValue(false);
  own.choose('invisible');
  own.forget();
  say.mockReset().mockReturnValue(true);
  own.onReady();
  expect(say).toHaveBeenCalledExactlyOnceWith({ op: 'presence', activity: 'active', chosen: 'automatic' });
});

it('what is no choice is not remembered as one', () => {
  kept.set('webchat:presence', 'dancing');
  expect(new OwnPresence(say, memory).chosen()).toBe('automatic');
});
