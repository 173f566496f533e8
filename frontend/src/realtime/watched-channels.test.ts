import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket } from './fake-socket';
import { GatewayClient, type GatewayOptions } from './gateway-client';

let sockets: FakeSocket[] = [];
const last = () => sockets.at(-1) as FakeSocket;
const onEvent = vi.fn<GatewayOptions['onEvent']>();
const onToken = vi.fn<GatewayOptions['onToken']>();
const onActivity = vi.fn<NonNullable<GatewayOptions['onActivity']>>();
const onWatching = vi.fn<NonNullable<GatewayOptions['onWatching']>>();
const nothing = () => undefined;

function client(): GatewayClient {
  return new GatewayClient({
    url: 'ws://gateway/ws',
    token: async () => 'access',
    onEvent,
    onToken,
    onActivity,
    onWatching,
    onStart: nothing,
    onCaughtUp: nothing,
    onSubscribed: nothing,
    onUnsubscribed: nothing,
    onReady: nothing,
    onPassing: nothing,
    random: () => 0.5,
    createSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
  });
}

const ready = (offset: number) => ({
  op: 'ready',
  user: { userId: 'ada' },
  sessionId: 's',
  epoch: 'e1',
  positions: { 'messages/3': offset },
  token: 'of-ready',
});
const event = (offset: number, channelId: string) => ({
  op: 'event',
  stream: 'messages/3',
  offset,
  type: 'some.v1',
  data: { channelId },
});
const activity = (offset: number, channelId: string, more: { posted?: number; mentioned?: number } = {}) => ({
  op: 'activity' as const,
  serverId: 'garden',
  channelId,
  stream: 'messages/3',
  offset,
  ...more,
});
const caughtUp = (offset: number) => ({ op: 'caught_up', positions: { 'messages/3': offset }, serverIds: ['garden'] });

async function opens(answer: Record<string, unknown>): Promise<void> {
  last().says({ op: 'hello', heartbeatMillis: 25_000 });
  await vi.advanceTimersByTimeAsync(0);
  last().says(answer);
}

async function opened(): Promise<GatewayClient> {
  const gateway = client();
  gateway.start();
  await opens(ready(10));
  last().says(caughtUp(10));
  return gateway;
}

describe('a gateway client that watches channels', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    sockets = [];
    for (const mock of [onEvent, onToken, onActivity, onWatching]) mock.mockReset();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks for the messages of none at first, and is told from when on it gets those it watches', async () => {
    const gateway = await opened();
    expect(last().sent).toEqual([{ op: 'identify', token: 'access', channelIds: [] }]);
    gateway.say({ op: 'watch', userIds: [], channelIds: ['roses'] });
    last().says({ op: 'watching', channelIds: ['roses'], token: 'of-watching' });
    expect(onToken).toHaveBeenLastCalledWith('of-watching');
    expect(onWatching).toHaveBeenCalledExactlyOnceWith(['roses']);
  });

  it('comes back with what it watched, and from where on it may be untold of the rest', async () => {
    await opened();
    last().says({ op: 'watching', channelIds: ['roses'], token: 't' });
    last().says({ op: 'heartbeat_ack', positions: { 'messages/3': 14 } });
    last().says(activity(15, 'lawn'));
    last().says(event(18, 'roses'));
    last().closes(1001);
    await vi.advanceTimersByTimeAsync(2_000);
    await opens(ready(19));
    expect(last().sent[0]).toEqual({
      op: 'resume',
      token: 'access',
      epoch: 'e1',
      positions: { 'messages/3': 19 },
      channelIds: ['roses'],
      acknowledged: { 'messages/3': 14 },
    });
    last().closes(1001);
    await vi.advanceTimersByTimeAsync(2_000);
    await opens(ready(19));
    // Until it has caught up it has not been told of everything.
    expect(last().sent[0]).toMatchObject({ acknowledged: { 'messages/3': 14 } });
    last().says(caughtUp(25));
    last().closes(1001);
    await vi.advanceTimersByTimeAsync(2_000);
    await opens(ready(25));
    expect(last().sent[0]).toMatchObject({ acknowledged: { 'messages/3': 25 } });
  });

  it('hands on of a channel only what it does not know', async () => {
    await opened();
    last().says(activity(15, 'lawn', { posted: 14, mentioned: 12 }));
    last().says(activity(15, 'lawn', { posted: 14 }));
    last().says(activity(17, 'lawn', { posted: 14 }));
    last().says(event(18, 'roses'));
    last().says(activity(18, 'roses', { posted: 18 }));
    last().says(activity(20, 'roses', { posted: 20, mentioned: 18 }));
    expect(onActivity.mock.calls.map(([frame]) => frame)).toEqual([
      activity(15, 'lawn', { posted: 14, mentioned: 12 }),
      activity(17, 'lawn'),
      activity(20, 'roses', { posted: 20 }),
    ]);
    expect(onEvent).toHaveBeenCalledTimes(1);
  });
});
