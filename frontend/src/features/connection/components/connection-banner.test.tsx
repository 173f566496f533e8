import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
    rerender(banner({ name: 'catching-up' }));
    expect(shown()).toContain('Catching up');
    rerender(banner({ name: 'live' }));
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
