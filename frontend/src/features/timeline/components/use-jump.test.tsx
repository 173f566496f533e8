import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { message } from '../model/examples';
import { timelineQuery } from '../model/timeline-store';
import { useJump } from './use-jump';

vi.mock('@/session/browser-session', () => ({ api: {} }));

const wanted = message('wanted', { channelId: 'c', number: 1 });
const scrollIntoView = vi.fn();
const onShown = vi.fn();
const onLost = vi.fn<(exists: boolean) => void>();

/** Goes to a message that is loaded, in what is on the screen. */
function jump(screen: string) {
  const client = new QueryClient();
  client.setQueryData(timelineQuery('c').queryKey, {
    threadId: null,
    messages: [wanted],
    referenced: {},
    hasBefore: false,
    hasAfter: false,
  });
  const content = { current: document.createElement('div') };
  content.current.innerHTML = screen;
  const target = { message: wanted, onLost };
  return renderHook(() => useJump(target, content, onShown), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
}

beforeEach(() => {
  onLost.mockReset();
  scrollIntoView.mockReset();
  Element.prototype.scrollIntoView = scrollIntoView;
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => queueMicrotask(frame));
});

it('shows the message, which flashes', async () => {
  const { result } = jump('<article data-message-id="wanted" tabindex="-1"></article>');
  await waitFor(() => expect(result.current).toBe('wanted'));
  expect(scrollIntoView).toHaveBeenCalledOnce();
  // What is at the bottom would be taken back there by what comes before the browser tells of the scrolling.
  expect(onShown).toHaveBeenCalledOnce();
  expect(onLost).not.toHaveBeenCalled();
});

it('says that one does not get there when the message was let go of before it was shown', async () => {
  const { result } = jump('<article data-message-id="other"></article>');
  await waitFor(() => expect(onLost).toHaveBeenCalledExactlyOnceWith(true));
  expect(result.current).toBeNull();
});
