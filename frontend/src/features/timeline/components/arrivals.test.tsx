import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import type { Message } from '@/contracts/message';
import { render } from '@/i18n/testing';
import { CalledHere } from '@/profiles/called';
import { message } from '../model/examples';
import { Arrivals } from './arrivals';

vi.mock('@/session/browser-session', () => ({ api: { call: () => new Promise(() => undefined) } }));

// As the gateway delivers them: the service numbers them later.
const said = (number: number) => message(`m${number}`, { authorId: 'grace', content: `word ${number}` });
const timeline = (...messages: readonly Message[]) => ({
  threadId: null,
  messages,
  referenced: {},
  hasBefore: true,
  hasAfter: false,
});
const called = new Map([['grace', { name: 'Grace', color: null }]]);
const page = (...messages: readonly Message[]) => (
  <QueryClientProvider client={new QueryClient()}>
    <CalledHere value={called}>
      <Arrivals timeline={timeline(...messages)} me="ada" />
    </CalledHere>
  </QueryClientProvider>
);

it('what others say is read out, what is loaded is not, and of much at once only the last', () => {
  const { container, rerender } = render(page(said(10)));
  const heard = () => [...container.querySelectorAll('[aria-live="polite"] p')].map((line) => line.textContent?.trim());
  expect(heard()).toEqual([]);
  rerender(page(said(9), said(10)));
  expect(heard()).toEqual([]);
  rerender(page(said(9), said(10), said(11)));
  expect(heard()).toEqual(['Grace: word 11']);
  rerender(page(said(9), said(10), said(11), said(12), said(13), said(14), said(15)));
  expect(heard()).toEqual(['Grace: word 11', '3 other messages. Grace: word 15']);
});
