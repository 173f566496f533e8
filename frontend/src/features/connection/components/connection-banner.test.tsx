import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { viewAges } from '@/http/view-ages';
import { render } from '@/i18n/testing';
import type { ConnectionState } from '@/realtime/connection-state';
import { ConnectionBanner } from './connection-banner';

const waiting: ConnectionState = { name: 'waiting', attempt: 1, after: 'resume' };
const banner = (state: ConnectionState) => <ConnectionBanner state={state} onRetry={() => undefined} />;
const pass = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));
const shown = () => screen.getByRole('status').textContent;

describe('the banner about the connection', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
  });

  it('says nothing about a blip', async () => {
    const { rerender } = render(banner(waiting));
    await pass(900);
    rerender(banner({ name: 'live' }));
    await pass(5_000);
    expect(shown()).toBe('');
  });

  it('tells in words what lasts, follows it, and goes at once', async () => {
    const { rerender } = render(banner(waiting));
    await pass(1_000);
    expect(shown()).toContain('The connection was lost');
    rerender(banner({ name: 'catching-up', attempt: 0 }));
    expect(shown()).toContain('Catching up');
    rerender(banner({ name: 'live' }));
    expect(shown()).toBe('');
  });

  it('stays the same between one attempt and the next, and keeps its button', async () => {
    const onRetry = vi.fn();
    const attempt = (state: ConnectionState) => <ConnectionBanner state={state} onRetry={onRetry} />;
    const { rerender } = render(attempt(waiting));
    await pass(1_000);
    const words = shown();
    const button = screen.getByRole('button', { name: 'Try now' });
    act(() => button.focus());
    act(() => button.click());
    expect(onRetry).toHaveBeenCalledOnce();
    rerender(attempt({ name: 'opening', attempt: 1 }));
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    act(() => button.click());
    expect(onRetry).toHaveBeenCalledOnce();
    expect(shown()).toBe(words);
  });

  it('does not call it lost before there has been a connection', async () => {
    render(banner({ name: 'opening', attempt: 0 }));
    await pass(1_000);
    expect(shown()).toBe('Connecting…');
  });

  it('says by how much the services are behind, while one is connected', async () => {
    const { rerender } = render(banner({ name: 'live' }));
    act(() => viewAges.answered('/api/servers', '42'));
    await pass(1_000);
    expect(shown()).toContain('up to 50 seconds behind');
    rerender(banner(waiting));
    expect(shown()).toContain('The connection was lost');
    rerender(banner({ name: 'live' }));
    act(() => viewAges.answered('/api/servers', '1'));
    expect(shown()).toBe('');
  });

  it('says that one is offline only when nothing is connected', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { rerender } = render(banner({ name: 'live' }));
    await pass(2_000);
    expect(shown()).toBe('');
    rerender(banner(waiting));
    await pass(1_000);
    expect(shown()).toContain('You are offline');
  });
});
