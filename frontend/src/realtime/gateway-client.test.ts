import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket } from './fake-socket';
import { GatewayClient, type GatewayOptions, type ResumePoint } from './gateway-client';

let sockets: FakeSocket[] = [];
const last = () => sockets.at(-1) as FakeSocket;
const heard = {
  onEvent: vi.fn<GatewayOptions['onEvent']>(),
  onToken: vi.fn<GatewayOptions['onToken']>(),
  onStart: vi.fn<GatewayOptions['onStart']>(),
  onCaughtUp: vi.fn<GatewayOptions['onCaughtUp']>(),
  onSubscribed: vi.fn<GatewayOptions['onSubscribed']>(),
  onUnsubscribed: vi.fn<GatewayOptions['onUnsubscribed']>(),
  onReady: vi.fn<GatewayOptions['onReady']>(),
  onPassing: vi.fn<GatewayOptions['onPassing']>(),
};
const token = vi.fn<GatewayOptions['token']>();

function client(more: Partial<GatewayOptions> = {}): GatewayClient {
  return new GatewayClient({
    url: 'ws://gateway/ws',
    token,
    random: () => 0.5,
    createSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    ...heard,
    ...more,
  });
}

const event = (offset: number, stream = 'messages/3') => ({ op: 'event', stream, offset, type: 'some.v1', data: {} });
const ready = (positions: Record<string, number>, epoch = 'e1') => ({
  op: 'ready',
  user: { userId: 'ada' },
  sessionId: 's',
  epoch,
  positions,
  token: `token-of-${epoch}`,
});

/** Lets promises run, and the timers up to the given time. */
const pass = (millis = 0) => vi.advanceTimersByTimeAsync(millis);

async function opened(positions: Record<string, number> = { 'messages/3': 10 }): Promise<GatewayClient> {
  const gateway = client();
  gateway.start();
  last().says({ op: 'hello', heartbeatMillis: 25_000 });
  await pass();
  last().says(ready(positions));
  last().says({ op: 'caught_up', positions, serverIds: [] });
  return gateway;
}

async function reopened(): Promise<void> {
  await pass(2_000);
  last().says({ op: 'hello', heartbeatMillis: 25_000 });
  await pass();
}

describe('the gateway client', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('reportError', vi.fn());
    sockets = [];
    token.mockReset().mockResolvedValue('access');
    for (const mock of Object.values(heard)) mock.mockReset();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('identifies with the token in its first frame and goes live', async () => {
    const gateway = await opened();
    expect(last().sent).toEqual([{ op: 'identify', token: 'access' }]);
    expect(heard.onToken).toHaveBeenCalledExactlyOnceWith('token-of-e1');
    expect(heard.onStart).toHaveBeenCalledOnce();
    expect(gateway.state()).toEqual({ name: 'live' });
  });

  it('delivers each event once, and none below its position', async () => {
    await opened();
    for (const offset of [9, 10, 12, 12, 11]) last().says(event(offset));
    expect(heard.onEvent.mock.calls.map(([{ offset }]) => offset)).toEqual([10, 12]);
  });

  it('resumes after a loss from the position after its last event, without a new start', async () => {
    const gateway = await opened();
    last().says(event(14));
    last().closes(1006);
    expect(gateway.state()).toMatchObject({ name: 'waiting', attempt: 1 });
    await reopened();
    expect(last().sent).toEqual([{ op: 'resume', token: 'access', epoch: 'e1', positions: { 'messages/3': 15 } }]);

    last().says(ready({ 'messages/3': 15 }));
    last().says(event(14));
    last().says(event(15));
    last().says({ op: 'caught_up', positions: { 'messages/3': 20 }, serverIds: ['garden'] });
    expect(heard.onCaughtUp).toHaveBeenLastCalledWith(['garden']);
    expect(heard.onEvent.mock.calls.map(([{ offset }]) => offset)).toEqual([14, 15]);
    expect(heard.onStart).toHaveBeenCalledTimes(1);
    expect(gateway.state()).toEqual({ name: 'live' });
  });

  it('goes on where it was stopped before, as another one', async () => {
    const before = await opened();
    last().says(event(14));
    const resumeFrom = JSON.parse(JSON.stringify(before.resumePoint())) as ResumePoint;
    before.stop();
    expect(before.resumePoint()).toBeNull();

    const after = client({ resumeFrom });
    after.start();
    last().says({ op: 'hello', heartbeatMillis: 25_000 });
    await pass();
    expect(last().sent).toEqual([{ op: 'resume', token: 'access', epoch: 'e1', positions: { 'messages/3': 15 } }]);
    last().says(ready({ 'messages/3': 15 }));
    last().says(event(14));
    last().says(event(15));
    expect(heard.onEvent.mock.calls.map(([{ offset }]) => offset)).toEqual([14, 15]);
    expect(heard.onStart).toHaveBeenCalledTimes(1);
  });

  it('advances by heartbeat acknowledgements', async () => {
    await opened();
    last().says({ op: 'heartbeat_ack', positions: { 'messages/3': 40, 'structure/1': 7 } });
    last().closes(1001);
    await reopened();
    expect(last().sent[0]).toMatchObject({ op: 'resume', positions: { 'messages/3': 40, 'structure/1': 7 } });
  });

  it('starts anew after a reset, whatever the old positions were', async () => {
    await opened();
    last().closes(1006);
    await reopened();
    last().says({ op: 'reset', reason: 'epoch-changed' });
    last().says(ready({ 'messages/3': 2 }, 'e2'));
    last().says(event(2));
    expect(heard.onToken).toHaveBeenLastCalledWith('token-of-e2');
    expect(heard.onStart).toHaveBeenCalledTimes(2);
    expect(heard.onEvent).toHaveBeenCalledTimes(1);
  });

  it('starts anew after a reset that comes while it catches up', async () => {
    const gateway = await opened();
    last().closes(1006);
    await reopened();
    last().says(ready({ 'messages/3': 10 }));
    expect(gateway.state()).toEqual({ name: 'catching-up', attempt: 1 });
    last().says({ op: 'reset', reason: 'too-old' });
    last().says(ready({ 'messages/3': 90 }));
    expect(heard.onStart).toHaveBeenCalledTimes(2);
    for (const offset of [10, 89, 90]) last().says(event(offset));
    expect(heard.onEvent.mock.calls.map(([{ offset }]) => offset)).toEqual([90]);
    last().says({ op: 'caught_up', positions: { 'messages/3': 91 }, serverIds: [] });
    expect(gateway.state()).toEqual({ name: 'live' });
  });

  it('gives up a connection that no longer answers heartbeats', async () => {
    const gateway = await opened();
    await pass(12_500);
    expect(last().sent.at(-1)).toEqual({ op: 'heartbeat' });
    last().says({ op: 'heartbeat_ack', positions: {} });
    await pass(25_000);
    expect(gateway.state()).toEqual({ name: 'live' });
    await pass(25_000);
    expect(gateway.state()).toMatchObject({ name: 'waiting' });
    expect(sockets[0]?.closedWith).toBe(1000);
  });

  it('is not kept by repeated doubts from giving a dead connection up', async () => {
    const gateway = await opened();
    gateway.check();
    await pass(3_000);
    gateway.check();
    await pass(2_000);
    expect(gateway.state()).toMatchObject({ name: 'waiting' });
  });

  it('finds out within seconds when there is reason for doubt', async () => {
    const gateway = await opened();
    gateway.check();
    expect(last().sent.at(-1)).toEqual({ op: 'heartbeat' });
    await pass(5_000);
    expect(gateway.state()).toMatchObject({ name: 'waiting' });
    gateway.check();
    expect(gateway.state()).toMatchObject({ name: 'opening' });
  });

  it.each([4003, 4004, 4011])('renews the token before it comes back after %i', async (code) => {
    await opened();
    last().closes(code);
    await reopened();
    expect(token).toHaveBeenLastCalledWith(true);
    expect(last().sent[0]).toMatchObject({ op: 'resume' });
  });

  it('stops at once when its login has ended, and opens no other socket', async () => {
    const gateway = await opened();
    token.mockResolvedValue(null);
    last().closes(4012);
    await pass();
    expect(token).toHaveBeenLastCalledWith(true);
    expect(gateway.state()).toEqual({ name: 'stopped', because: 'not-wanted' });
    await pass(60_000);
    expect(sockets).toHaveLength(1);
  });

  it('comes back with the token of another login, or asks again when it cannot find out', async () => {
    const gateway = await opened();
    token.mockRejectedValueOnce(new Error('unreachable')).mockResolvedValue('of another login');
    last().closes(4012);
    await pass();
    expect(gateway.state()).toMatchObject({ name: 'waiting' });
    await reopened();
    expect(token).toHaveBeenLastCalledWith(true);
    expect(last().sent[0]).toMatchObject({ op: 'resume', token: 'of another login' });
  });

  it('comes back after 4008 only later, and not at all after 4001', async () => {
    const gateway = await opened();
    last().closes(4008);
    await pass(9_000);
    expect(sockets).toHaveLength(1);
    await pass(3_000);
    expect(sockets).toHaveLength(2);
    last().closes(4001);
    expect(gateway.state()).toEqual({ name: 'stopped', because: 'client-error' });
    await pass(60_000);
    expect(sockets).toHaveLength(2);
  });

  it('waits longer after each failure, up to a bound', async () => {
    client().start();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt++) {
      last().closes(1006);
      const [count, start] = [sockets.length, Date.now()];
      while (sockets.length === count) await pass(50);
      waits.push(Date.now() - start);
    }
    expect(waits.slice(0, 3)).toEqual([350, 600, 1_100]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(20_100);
  });

  it('stops when nobody is signed in, and retries when that cannot be found out', async () => {
    token.mockRejectedValueOnce(new Error('unreachable')).mockResolvedValue(null);
    const gateway = client();
    gateway.start();
    last().says({ op: 'hello', heartbeatMillis: 25_000 });
    await pass();
    expect(gateway.state()).toMatchObject({ name: 'waiting' });
    await reopened();
    expect(gateway.state()).toEqual({ name: 'stopped', because: 'not-wanted' });
  });

  it('authenticates anew on a live connection', async () => {
    const gateway = await opened();
    gateway.authenticate('newer');
    expect(last().sent.at(-1)).toEqual({ op: 'authenticate', token: 'newer' });
  });

  it('tells of servers that come and go, and ignores what a later version may say', async () => {
    const gateway = await opened();
    last().says({ op: 'subscribed', serverId: 's1', token: 't' });
    last().says({ op: 'unsubscribed', serverId: 's1' });
    last().says({ op: 'of_a_later_version' });
    expect(heard.onToken).toHaveBeenLastCalledWith('t');
    expect(heard.onSubscribed).toHaveBeenCalledWith('s1');
    expect(heard.onUnsubscribed).toHaveBeenCalledWith('s1');
    expect(gateway.state()).toEqual({ name: 'live' });
  });

  it('says what passes on each connection anew, and only where it can be heard', async () => {
    const gateway = await opened();
    expect(heard.onReady).toHaveBeenCalledTimes(1);
    expect(gateway.say({ op: 'typing', channelId: 'c' })).toBe(true);
    expect(last().sent.at(-1)).toEqual({ op: 'typing', channelId: 'c' });
    last().closes(1001);
    expect(gateway.say({ op: 'typing', channelId: 'c' })).toBe(false);
    await reopened();
    expect(gateway.say({ op: 'typing', channelId: 'c' })).toBe(false);
    expect(last().sent.map(({ op }) => op)).toEqual(['resume']);
    last().says(ready({ 'messages/3': 10 }));
    expect(heard.onReady).toHaveBeenCalledTimes(2);
  });

  it('hands on who is there and who is writing', async () => {
    await opened();
    const frames = [
      { op: 'presences', users: [{ userId: 'ada', status: 'idle' }] },
      { op: 'presence_changed', userId: 'ada', status: 'do-not-disturb' },
      { op: 'own_presence', chosen: 'invisible' },
      { op: 'typing_started', serverId: 's', channelId: 'c', userId: 'ada' },
    ];
    for (const frame of frames) last().says(frame);
    expect(heard.onPassing.mock.calls.map(([frame]) => frame)).toEqual(frames);
  });

  it('drops the connection at a malformed frame rather than miss an event', async () => {
    const gateway = await opened();
    last().says({ op: 'event', stream: 'messages/3', offset: 'eleven', type: 'x', data: {} });
    expect(gateway.state()).toMatchObject({ name: 'waiting' });
  });

  it('survives an event that cannot be applied', async () => {
    heard.onEvent.mockImplementationOnce(() => {
      throw new Error('cannot be applied');
    });
    const gateway = await opened();
    last().says(event(10));
    last().says(event(11));
    expect(heard.onEvent).toHaveBeenCalledTimes(2);
    expect(gateway.state()).toEqual({ name: 'live' });
  });
});
