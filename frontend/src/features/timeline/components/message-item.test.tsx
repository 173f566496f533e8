import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Message } from '@/contracts/message';
import { beforeEach, expect, it, vi } from 'vitest';
import { render } from '@/i18n/testing';
import { message } from '../model/examples';
import { ConversationContext, type Conversation } from './conversation-context';
import { MessageItem } from './message-item';

const rendered = vi.hoisted(() => vi.fn());
vi.mock('./message-body', () => ({ MessageBody: (props: { message: Message }) => rendered(props.message.content) }));
vi.mock('@/session/browser-session', async (original) => ({
  ...(await original<object>()),
  api: { call: () => new Promise(() => undefined) },
}));

const conversation = { me: 'me', permissions: [], roles: new Map(), myRoleIds: [] } as unknown as Conversation;
const client = new QueryClient();

const item = (shown: Message, answered?: Message) => (
  <QueryClientProvider client={client}>
    <ConversationContext value={conversation}>
      <MessageItem
        row={{ kind: 'message', key: 'm', message: shown, startsGroup: false, delivery: 'delivered', reason: null }}
        answered={answered}
        isEditing={false}
        isFlashing={false}
      />
    </ConversationContext>
  </QueryClientProvider>
);

beforeEach(() => rendered.mockReset());

it('a message is not shown anew when its number is told', () => {
  const said = message('m', { number: null });
  const answered = message('a', { number: null });
  const { rerender } = render(item(said, answered));
  expect(rendered).toHaveBeenCalledTimes(1);
  rerender(item({ ...said, number: 7 }, { ...answered, number: 6 }));
  expect(rendered).toHaveBeenCalledTimes(1);
});

it('a message is shown anew when anything else about it changes', () => {
  const said = message('m');
  const { rerender } = render(item(said));
  for (const change of [{ content: 'other' }, { reactions: [{ emoji: '👍', userIds: ['a'] }] }, { isPinned: true }]) {
    rendered.mockClear();
    rerender(item({ ...said, ...change }));
    expect(rendered).toHaveBeenCalled();
  }
});
