import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { queryKeys } from '@/contracts/query-keys';
import type { Server } from '@/contracts/server';
import { render } from '@/i18n/testing';
import { ConversationContext, type Conversation } from './conversation-context';
import { Excerpt } from './excerpt';
import { MessageText } from './message-text';

vi.mock('@/session/browser-session', () => ({ api: { call: () => new Promise(() => undefined) } }));

const SEEN = '0197b3a0-0000-7000-8000-000000000001';
const UNSEEN = '0197b3a0-0000-7000-8000-000000000002';
const ELSEWHERE = '0197b3a0-0000-7000-8000-000000000003';
const server = (serverId: string, channelId: string, name: string) =>
  ({ serverId, channels: [{ channelId, name }] }) as unknown as Server;
const here = { me: 'me', server: server('s', SEEN, 'launches'), roles: new Map() } as unknown as Conversation;

function show(content: string) {
  const client = new QueryClient();
  // As whoever looks through a role does not see it.
  const whole = server('s', UNSEEN, 'secret');
  client.setQueryData(queryKeys.server('s'), whole);
  client.setQueryData(queryKeys.server('other'), server('other', ELSEWHERE, 'far away'));
  return render(
    <QueryClientProvider client={client}>
      <ConversationContext value={here}>
        <div data-testid="text">
          <MessageText content={content} mentions={null} />
        </div>
        <p data-testid="excerpt">
          <Excerpt message={{ content, attachments: [] }} />
        </p>
      </ConversationContext>
    </QueryClientProvider>,
  );
}

describe('what somebody wrote', () => {
  it('is shown as Markdown, and never as HTML', () => {
    show('# Title\n> quoted **<img src=x onerror=alert(1)>**\n\n2. two\n- [x](javascript:alert(1)) https://a.example');
    const text = screen.getByTestId('text');
    expect(text.querySelector('p')).toHaveTextContent('Title');
    expect(text.querySelector('blockquote strong')).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(text.querySelector('ol')).toHaveAttribute('start', '2');
    expect(text.querySelector('ul li')).toHaveTextContent('[x](javascript:alert(1)) https://a.example');
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['https://a.example']);
    expect(screen.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    expect(text.querySelector('img, script, [style]')).toBeNull();
  });

  it('leads to the channels that the reader sees, and says nothing of the others', () => {
    show(`<#${SEEN}> <#${UNSEEN}> <#${ELSEWHERE}>`);
    expect(screen.getByRole('link', { name: '#launches' })).toHaveAttribute('href', `/channels/s/${SEEN}`);
    expect(screen.getByRole('link', { name: '#far away' })).toHaveAttribute('href', `/channels/other/${ELSEWHERE}`);
    expect(screen.getByTestId('text')).toHaveTextContent('#launches #unknown #far away');
    expect(screen.getByTestId('excerpt')).toHaveTextContent('#launches #unknown #far away');
  });

  it('has code in colours when its language is known, and its lines are wrapped when one wants', async () => {
    show('```ts\nconst a = "<b>";\n```\n```klingon\nconst b\n```');
    const [known, unknown] = screen.getByTestId('text').querySelectorAll('pre');
    await vi.waitFor(() => expect(known?.querySelector('.hljs-keyword')).toHaveTextContent('const'), 10_000);
    expect(known?.querySelector('.hljs-string')).toHaveTextContent('"<b>"');
    expect(known).toHaveTextContent('const a = "<b>";');
    expect(unknown?.querySelector('span')).toBeNull();
    const [wrap] = screen.getAllByRole('button', { name: 'Wrap lines' });
    if (wrap) await userEvent.click(wrap);
    expect(wrap).toHaveAttribute('aria-pressed', 'true');
  });

  it('leads elsewhere by a text, and tells where where that could be taken for another place', () => {
    show('[docs](https://a.example/x) [bank.example](https://evil.example) [us](mailto:us@a.example)');
    const [docs, bank, us] = screen.getAllByRole('link');
    expect(docs).toHaveTextContent(/^docs$/);
    expect(docs).toHaveAttribute('title', 'https://a.example/x');
    expect(docs).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    expect(docs).toHaveAttribute('target', '_blank');
    expect(bank).toHaveTextContent('bank.example (evil.example)');
    expect(bank).toHaveAttribute('href', 'https://evil.example/');
    expect(us).toHaveAttribute('href', 'mailto:us@a.example');
    expect(us).not.toHaveAttribute('target');
  });

  it.each([
    ['a click', () => userEvent.click(screen.getByRole('button'))],
    ['Enter', () => userEvent.tab().then(() => userEvent.keyboard('{Enter}'))],
    ['the space bar', () => userEvent.tab().then(() => userEvent.keyboard(' '))],
  ])('hides a spoiler until %s shows it', async (_, reveal) => {
    show('It was ||the [butler](https://a.example)||');
    const spoiler = screen.getByRole('button', { name: 'Spoiler, show it' });
    expect(screen.getByText('butler').closest('[inert]')).not.toBeNull();
    expect(screen.getByTestId('excerpt').textContent).toBe('It was [spoiler]');
    await reveal();
    expect(screen.getByRole('group', { name: 'Spoiler' })).toBe(spoiler);
    expect(spoiler).toHaveFocus();
    expect(screen.getByRole('link', { name: 'butler' }).closest('[inert]')).toBeNull();
  });

  it('is a text without looks in one line', () => {
    show('> **a** `b`\n- c');
    expect(screen.getByTestId('excerpt').textContent).toBe('a b\n• c');
  });
});
