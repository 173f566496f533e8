import { useQuery } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ProblemError } from '@/http/problem';
import { Cache } from './cache';

vi.mock('@/session/browser-session', () => ({ session: { subscribe: () => undefined } }));

function Asking({ name, ask }: { name: string; ask(): Promise<never> }) {
  const { failureCount, isError } = useQuery({ queryKey: [name], queryFn: ask, retryDelay: 0 });
  return <p>{isError ? `failed ${failureCount} times` : 'asking'}</p>;
}

const failing = (error: Error) => vi.fn(() => Promise.reject<never>(error));

it('asks again what got no answer, but not what has been asked again already', async () => {
  const away = failing(new ProblemError(503, 'log-unavailable', ''));
  const { unmount } = render(
    <Cache>
      <Asking name="away" ask={away} />
    </Cache>,
  );
  expect(await screen.findByText('failed 4 times')).toBeVisible();
  unmount();

  const behind = failing(new ProblemError(503, 'view-behind', ''));
  render(
    <Cache>
      <Asking name="behind" ask={behind} />
    </Cache>,
  );
  expect(await screen.findByText('failed 1 times')).toBeVisible();
  expect(behind).toHaveBeenCalledOnce();
});
