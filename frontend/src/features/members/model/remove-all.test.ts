import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Removal } from '../api/ban-member';
import { MessagesLeftError, removeAll } from './remove-all';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const answers = (...removals: Removal[]) => {
  const ban = vi.fn<() => Promise<Removal>>();
  for (const removal of removals) ban.mockResolvedValueOnce(removal);
  return ban;
};

it('goes on for as long as messages go, until none is left', async () => {
  const ban = answers(
    { removedMessages: 1_000, complete: false },
    { removedMessages: 20, complete: false },
    { removedMessages: 0, complete: true },
  );
  const done = removeAll(ban);
  await vi.advanceTimersByTimeAsync(999);
  expect(ban).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_001);
  await done;
  expect(ban).toHaveBeenCalledTimes(3);
});

it('does not press on where none goes, and says that some are left', async () => {
  const ban = answers({ removedMessages: 1_000, complete: false }, { removedMessages: 0, complete: false });
  const refused = expect(removeAll(ban)).rejects.toThrow(MessagesLeftError);
  await vi.advanceTimersByTimeAsync(1_000);
  await refused;
  expect(ban).toHaveBeenCalledTimes(2);
});
