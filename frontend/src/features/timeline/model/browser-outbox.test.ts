import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { WithheldError } from '@/http/problem';
import { outbox } from './browser-outbox';

const { postMessage, api } = vi.hoisted(() => ({
  postMessage: vi.fn<() => Promise<void>>(),
  api: { isWithholding: false },
}));
vi.mock('../api/post-message', () => ({ postMessage }));
vi.mock('@/session/browser-session', () => ({ api }));

/** Of a machine that is busy with something else. */
const PATIENCE = 10_000;

beforeEach(() => {
  outbox.close();
  postMessage.mockReset().mockResolvedValue();
  api.isWithholding = false;
});

it('keeps back what was on its way when commands began to be withheld, and sends it afterwards', async () => {
  api.isWithholding = true;
  outbox.send('c', 'written before');
  await vi.waitFor(() => expect(outbox.messages()[0]?.status).toBe('failed'), PATIENCE);
  expect(outbox.messages()[0]?.reason).toBeInstanceOf(WithheldError);
  // No command of anybody, which would be counted.
  expect(postMessage).not.toHaveBeenCalled();

  api.isWithholding = false;
  outbox.retryUnanswered();
  await vi.waitFor(() => expect(outbox.messages()[0]?.status).toBe('accepted'), PATIENCE);
  expect(postMessage).toHaveBeenCalledOnce();
});
