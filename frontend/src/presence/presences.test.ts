import { expect, it, vi } from 'vitest';
import { Presences } from './presences';

it('nothing is known until something was said; then who is not named is offline', () => {
  const presences = new Presences();
  expect(presences.all()).toBeNull();
  presences.take({ op: 'presences', users: [{ userId: 'ada', status: 'idle' }] });
  presences.take({ op: 'presence_changed', userId: 'ben', status: 'online' });
  expect([...(presences.all() ?? [])]).toEqual([
    ['ada', 'idle'],
    ['ben', 'online'],
  ]);
  presences.take({ op: 'presence_changed', userId: 'ada', status: 'offline' });
  expect(presences.all()?.has('ada')).toBe(false);
  presences.take({ op: 'presences', users: [] });
  expect(presences.all()?.size).toBe(0);
});

it('listeners hear of each change', () => {
  const presences = new Presences();
  const changed = vi.fn();
  const stop = presences.subscribe(changed);
  presences.take({ op: 'presences', users: [] });
  stop();
  presences.take({ op: 'presences', users: [] });
  expect(changed).toHaveBeenCalledTimes(1);
});
