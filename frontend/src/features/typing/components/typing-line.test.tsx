import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { render } from '@/i18n/testing';
import { CalledHere } from '@/profiles/called';
import { TYPING_MILLIS, typists } from '../model/typists';
import { TypingLine } from './typing-line';

const called = new Map(['Ada', 'Ben', 'Cleo'].map((name) => [name, { name, color: null }]));
const starts = (userId: string, threadId: string | null = null) =>
  act(() => typists.started({ channelId: 'c', threadId, userId }));

beforeEach(() => {
  vi.useFakeTimers();
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  render(
    <QueryClientProvider client={client}>
      <CalledHere value={called}>
        <p data-testid="line">
          <TypingLine channelId="c" threadId={null} />
        </p>
      </CalledHere>
    </QueryClientProvider>,
  );
});
afterEach(() => {
  act(() => vi.advanceTimersByTime(TYPING_MILLIS));
  vi.useRealTimers();
});

it('names one and two, and counts nobody by name beyond', () => {
  const line = screen.getByTestId('line');
  expect(line).toBeEmptyDOMElement();
  starts('Ada');
  expect(line).toHaveTextContent('Ada is typing…');
  starts('Ben');
  expect(line).toHaveTextContent('Ada and Ben are typing…');
  starts('Cleo');
  expect(line).toHaveTextContent('Several people are typing…');
  act(() => vi.advanceTimersByTime(TYPING_MILLIS));
  expect(line).toBeEmptyDOMElement();
});

it('is about its own place, and is not announced', () => {
  const line = screen.getByTestId('line');
  starts('Ada', 'a thread');
  expect(line).toBeEmptyDOMElement();
  starts('Ada');
  expect(line.querySelector('[aria-live], [role="status"], [role="log"]')).toBeNull();
});
