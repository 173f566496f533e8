import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { Session, type SessionEnvironment } from './session';

const user = profileOfNew('ada', 'Ada');
const refresh = vi.fn<SessionEnvironment['refresh']>();
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const answer = (accessToken: string) => ({ accessToken, expiresAt: inMinutes(10), isOperator: false, user });
const create = () => new Session({ refresh, exclusively: (task) => task(), now: Date.now, random: () => 0 });

describe('the session', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    refresh.mockReset();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is restored silently, and asked for once by whoever needs it meanwhile', async () => {
    refresh.mockResolvedValue(answer('one'));
    const session = create();
    const [, first, second] = await Promise.all([session.restore(), session.accessToken(), session.accessToken()]);
    expect([first, second]).toEqual(['one', 'one']);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(session.state()).toEqual({ status: 'signed-in', user, accessToken: 'one', isOperator: false });
  });

  it('renews itself before the token expires', async () => {
    refresh.mockResolvedValueOnce(answer('one')).mockResolvedValueOnce(answer('two'));
    const session = create();
    await session.restore();
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    expect(await session.accessToken()).toBe('two');
  });

  it('does not renew without pause when the clock here is wrong', async () => {
    refresh.mockImplementation(async () => ({ ...answer('x'), expiresAt: inMinutes(-60) }));
    await create().restore();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(refresh.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it('is over when the service says so, and only unknown when the service says nothing', async () => {
    const session = create();
    refresh.mockRejectedValueOnce(new Error('unreachable')).mockResolvedValueOnce(null);
    await session.restore();
    expect(session.state()).toEqual({ status: 'unreachable' });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(session.state()).toEqual({ status: 'signed-out' });
    expect(await session.accessToken()).toBeNull();
  });

  it('asks a service that says nothing more and more rarely', async () => {
    refresh.mockRejectedValue(new Error('unreachable'));
    await create().restore();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(refresh.mock.calls.length).toBeGreaterThan(3);
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    expect(refresh.mock.calls.length).toBeLessThan(35);
  });

  it('keeps who is signed in when a renewal gets no answer', async () => {
    const session = create();
    session.adopt(answer('one'));
    refresh.mockRejectedValue(new Error('unreachable'));
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    expect(session.state()).toMatchObject({ status: 'signed-in' });
  });

  it('stays over when one signs out during a renewal, and is the next one when one signs in', async () => {
    const session = create();
    session.adopt(answer('one'));
    let renewed: (answer: Awaited<ReturnType<SessionEnvironment['refresh']>>) => void = () => undefined;
    refresh.mockImplementation(() => new Promise((resolve) => (renewed = resolve)));
    const renewal = session.renew('one');
    session.end();
    renewed(answer('two'));
    expect(await renewal).toBeNull();
    expect(session.state()).toEqual({ status: 'signed-out' });

    refresh.mockImplementation(() => new Promise((_, reject) => (renewed = () => reject(new Error('unreachable')))));
    const lost = session.restore();
    session.end();
    renewed(null);
    await lost;
    expect(session.state()).toEqual({ status: 'signed-out' });

    refresh.mockImplementation(() => new Promise((resolve) => (renewed = resolve)));
    session.adopt(answer('three'));
    const second = session.renew('three');
    session.adopt(answer('four'));
    renewed(null);
    expect(await second).toBe('four');
    expect(session.state()).toMatchObject({ status: 'signed-in', accessToken: 'four' });
  });

  it('shows its user as they are now, and nobody else', () => {
    const session = create();
    const countess = { ...user, displayName: 'Countess', revision: 2 };
    expect(session.showOtherwise(countess)).toBe(false);
    session.adopt(answer('one'));
    expect(session.showOtherwise({ ...countess, userId: 'grace' })).toBe(false);
    expect(session.showOtherwise(countess)).toBe(true);
    expect(session.showOtherwise({ ...countess, displayName: 'Ada', revision: 1 })).toBe(false);
    expect(session.state()).toEqual({ status: 'signed-in', accessToken: 'one', user: countess, isOperator: false });
  });

  it('learns with each renewal whether its user operates the platform', async () => {
    const session = create();
    session.adopt(answer('one'));
    refresh.mockResolvedValueOnce({ ...answer('two'), isOperator: true });
    await session.renew('one');
    expect(session.state()).toMatchObject({ status: 'signed-in', isOperator: true });
    refresh.mockResolvedValueOnce(answer('three'));
    await session.renew('two');
    expect(session.state()).toMatchObject({ status: 'signed-in', isOperator: false });
  });

  it('renews for a refused token only if it has no newer one', async () => {
    const session = create();
    session.adopt(answer('two'));
    expect(await session.renew('one')).toBe('two');
    refresh.mockResolvedValue(answer('three'));
    expect(await session.renew('two')).toBe('three');
  });
});
