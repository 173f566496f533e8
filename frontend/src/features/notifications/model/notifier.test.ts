import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Notifier } from './notifier';

const call = (key: string) => ({ key, title: 'Bo', body: 'Hello', href: '/channels', onOpen: () => undefined });

describe('the notifier', () => {
  const unread = new Set<string>();
  const wishes = { desktop: true, sound: true };
  const takeBack = vi.fn();
  const show = vi.fn(() => takeBack);
  const play = vi.fn();
  let now = 0;
  const notifier = () =>
    new Notifier(
      {
        wishes: () => wishes,
        show,
        play,
        isUnread: (key) => unread.has(key),
        wait: () => Promise.resolve(),
      },
      () => now,
    );

  beforeEach(() => {
    unread.clear();
    Object.assign(wishes, { desktop: true, sound: true });
    for (const mock of [takeBack, play]) mock.mockReset();
    show.mockReset().mockReturnValue(takeBack);
    now = 0;
  });

  it('calls for what is unread, and takes it back when it is read', async () => {
    const calling = notifier();
    unread.add('general');
    await calling.call(call('general'));
    expect(show).toHaveBeenCalledOnce();
    expect(play).toHaveBeenCalledOnce();
    calling.review();
    expect(takeBack).not.toHaveBeenCalled();
    unread.delete('general');
    calling.review();
    calling.review();
    expect(takeBack).toHaveBeenCalledOnce();
  });

  it('does not call for what was read at once in another window', async () => {
    await notifier().call(call('general'));
    expect(show).not.toHaveBeenCalled();
    expect(play).not.toHaveBeenCalled();
  });

  it('does only what is wished', async () => {
    unread.add('general');
    wishes.desktop = false;
    await notifier().call(call('general'));
    expect(show).not.toHaveBeenCalled();
    expect(play).toHaveBeenCalledOnce();
    wishes.sound = false;
    await notifier().call(call('general'));
    expect(play).toHaveBeenCalledOnce();
  });

  it('shows one for each channel, and plays no more than once in two seconds', async () => {
    const calling = notifier();
    unread.add('general').add('random');
    await calling.call(call('general'));
    await calling.call(call('general'));
    expect(takeBack).toHaveBeenCalledOnce();
    await calling.call(call('random'));
    expect(play).toHaveBeenCalledOnce();
    now = 2_000;
    await calling.call(call('random'));
    expect(play).toHaveBeenCalledTimes(2);
    calling.clear();
    expect(takeBack).toHaveBeenCalledTimes(4);
  });
});
