import { describe, expect, it } from 'vitest';
import { NOT_WANTED, transition, type ConnectionInput, type ConnectionState } from './connection-state';

const run = (...inputs: ConnectionInput[]): ConnectionState => inputs.reduce(transition, NOT_WANTED);

const OPEN: ConnectionInput[] = [{ type: 'wanted' }, { type: 'authenticating', by: 'identify' }];
const LIVE: ConnectionInput[] = [...OPEN, { type: 'ready' }, { type: 'caught-up' }];
const LOST: ConnectionInput = { type: 'lost', comeBack: 'resume' };

describe('the state of the connection', () => {
  it('goes from not wanted over hello, ready and caught up to live', () => {
    expect(run()).toEqual(NOT_WANTED);
    expect(run({ type: 'wanted' })).toEqual({ name: 'opening', attempt: 0 });
    expect(run(...OPEN)).toEqual({ name: 'authenticating', attempt: 0, by: 'identify' });
    expect(run(...OPEN, { type: 'ready' })).toEqual({ name: 'catching-up', attempt: 0 });
    expect(run(...LIVE)).toEqual({ name: 'live' });
  });

  it('counts failures until it is live again, also those while it catches up', () => {
    const again: ConnectionInput[] = [LOST, { type: 'back-off-passed' }];
    expect(run({ type: 'wanted' }, ...again, ...again)).toEqual({ name: 'opening', attempt: 2 });
    expect(run({ type: 'wanted' }, ...again, ...LIVE, LOST)).toMatchObject({ name: 'waiting', attempt: 1 });
    const notCaughtUp: ConnectionInput[] = [...OPEN, { type: 'ready' }, ...again];
    expect(run(...notCaughtUp, ...notCaughtUp, ...notCaughtUp)).toEqual({ name: 'opening', attempt: 3 });
  });

  it('turns a resume that is reset into an identify', () => {
    const state = run({ type: 'wanted' }, { type: 'authenticating', by: 'resume' }, { type: 'reset' });
    expect(state).toMatchObject({ name: 'authenticating', by: 'identify' });
  });

  it('stops for good when coming back would repeat the mistake', () => {
    expect(run(...LIVE, { type: 'lost', comeBack: 'never' })).toEqual({ name: 'stopped', because: 'client-error' });
  });

  it('ignores the late word of a socket already given up', () => {
    expect(run(LOST)).toEqual(NOT_WANTED);
    expect(run(...LIVE, LOST, LOST)).toMatchObject({ name: 'waiting', attempt: 1 });
    expect(run(...LIVE, LOST, { type: 'ready' })).toMatchObject({ name: 'waiting' });
    expect(run(...LIVE, { type: 'unwanted' }, { type: 'back-off-passed' })).toEqual(NOT_WANTED);
  });
});
