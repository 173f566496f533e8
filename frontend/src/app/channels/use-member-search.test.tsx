import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { membersCutQuery, membersQuery, onStructure } from '@/features/servers/model/servers-store';
import { example, ids } from '@/features/servers/model/examples';
import { useMemberSearch } from './use-member-search';

const { call } = vi.hoisted(() => ({ call: vi.fn<(request: { path: string }) => Promise<unknown>>() }));
vi.mock('@/session/browser-session', () => ({
  api: { call },
  session: { state: () => ({ status: 'signed-out' }) },
}));

const member = (userId: string, name: string) => ({
  ...profileOfNew(userId, name),
  nickname: null,
  roleIds: [],
  timedOutUntil: null,
});
const PAGE = 100;
/** A server of so many, whose last one is called Zoe. */
function server(size: number): void {
  call.mockImplementation(async ({ path }) => {
    const asked = new URL(path, 'http://webchat').searchParams;
    const name = asked.get('q');
    if (name !== null) {
      const zoe = 'zoe'.startsWith(name) && size > 0;
      // As the services do in a large server: nobody on the first page, and still a next one.
      return asked.has('after') ? { members: zoe ? [member('last', 'Zoe')] : [] } : { members: [], next: 'half' };
    }
    const from = Number(asked.get('after') ?? 0);
    const to = Math.min(from + PAGE, size);
    const members = Array.from({ length: to - from }, (_, index) =>
      member(`m${from + index}`, `Member ${from + index}`),
    );
    return { members, next: to < size ? String(to) : null };
  });
}

let client: QueryClient;
const names = () => client.getQueryData(membersQuery(ids.server).queryKey)?.map(({ displayName }) => displayName) ?? [];
const searches = () => call.mock.calls.map(([{ path }]) => path).filter((path) => path.includes('q='));

function search(text: string) {
  return renderHook((typed: string) => useMemberSearch(ids.server, typed), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
    initialProps: text,
  });
}

beforeEach(() => {
  call.mockReset();
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
});

it('finds who is not among the members that are listed, and lists them from then on', async () => {
  server(5_000);
  await client.fetchQuery(membersQuery(ids.server));
  expect(names()).toHaveLength(1_000);
  const { result, rerender } = search('z');
  expect(result.current).toMatchObject({ cut: true, searching: true });
  rerender('zo');
  await waitFor(() => expect(names()).toContain('Zoe'));
  await waitFor(() => expect(result.current.searching).toBe(false));
  // One pauses before it is asked, and who was found is not searched for again.
  expect(searches().every((path) => path.includes('q=zo'))).toBe(true);
  const asked = searches().length;
  rerender('zoe');
  await waitFor(() => expect(result.current.searching).toBe(false));
  expect(searches()).toHaveLength(asked);

  await client.refetchQueries({ queryKey: membersQuery(ids.server).queryKey, exact: true });
  expect(names()).toContain('Zoe');
});

it('asks nothing where all are listed', async () => {
  server(150);
  await client.fetchQuery(membersQuery(ids.server));
  const { result } = search('zoe');
  expect(result.current).toMatchObject({ cut: false, searching: false });
  expect(client.getQueryData(membersCutQuery(ids.server).queryKey)).toBe(false);
  expect(searches()).toEqual([]);
});

it('who was found and leaves is found no more', async () => {
  server(5_000);
  await client.fetchQuery(membersQuery(ids.server));
  search('zo');
  await waitFor(() => expect(names()).toContain('Zoe'));
  onStructure(client, example('member.left', { userId: 'last' }));
  expect(names()).not.toContain('Zoe');
  await client.refetchQueries({ queryKey: membersQuery(ids.server).queryKey, exact: true });
  expect(names()).not.toContain('Zoe');
});
