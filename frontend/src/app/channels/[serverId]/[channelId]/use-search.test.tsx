import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { forgetSearch } from '@/features/search/model/search-store';
import { render } from '@/i18n/testing';
import { useSearch } from './use-search';

const { call } = vi.hoisted(() => ({ call: vi.fn<() => Promise<unknown>>() }));
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }));
vi.mock('@/session/browser-session', async (original) => ({ ...(await original<object>()), api: { call } }));

function Channel({ wide, besideList, channelId }: { wide: boolean; besideList: boolean; channelId: string }) {
  const search = useSearch({
    serverId: 's',
    channelId,
    server: undefined,
    members: undefined,
    wide,
    besideThread: false,
    besideList,
    looking: false,
    onJump: () => undefined,
    onOpenThread: () => undefined,
  });
  return (
    <main data-tight={search.tight || undefined}>
      {search.entrance}
      <textarea aria-label="Message" />
      {search.open && search.pane}
    </main>
  );
}

/** A window of that width. */
function open(width: number, besideList = false) {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: width >= Number(/\d+/.exec(query)?.[0]),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  const page = (channelId: string) => (
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <Channel key={channelId} wide={width >= 1024} besideList={besideList} channelId={channelId} />
      </TooltipProvider>
    </QueryClientProvider>
  );
  const { rerender } = render(page('c'));
  return { goTo: (channelId: string) => rerender(page(channelId)) };
}

const field = () => screen.findByRole('combobox', { name: 'Search messages' });
const pane = () => screen.findByRole('complementary', { name: 'Search results' });
const button = () => screen.getByRole('button', { name: 'Search' });

beforeEach(() => {
  forgetSearch();
  call.mockReset().mockReturnValue(new Promise(() => undefined));
});

// The first of all: from then on its code is there.
it('takes the focus once it has come, if one asked for it before', async () => {
  open(1280);
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  expect(await field()).toHaveFocus();
});

it('moves from the header to the pane with the focus, and does not cover what is found', async () => {
  open(1280);
  await userEvent.click(await field());
  await userEvent.keyboard('has:link');
  await userEvent.keyboard('{Enter}');
  expect(await pane()).toContainElement(await field());
  expect(await field()).toHaveFocus();
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument();

  await userEvent.click(screen.getByRole('button', { name: 'Close search' }));
  expect(await field()).toHaveFocus();
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
});

it('leaves the focus where it is when one goes to another channel', async () => {
  const { goTo } = open(800);
  await userEvent.click(button());
  expect(await field()).toHaveFocus();
  await userEvent.click(screen.getByRole('textbox', { name: 'Message' }));
  goTo('d');
  await pane();
  expect(await field()).not.toHaveFocus();
});

it('gives the focus back to what opened it where the header has no field', async () => {
  open(800);
  await userEvent.click(button());
  await pane();
  await userEvent.click(screen.getByRole('button', { name: 'Close search' }));
  expect(button()).toHaveFocus();
});

it('leaves room for the header beside the list of members', async () => {
  open(1100, true);
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  expect(button().closest('[data-tight]')).not.toBeNull();
  await userEvent.click(button());
  expect(await field()).toHaveFocus();
});

it('is a field in the header beside that list where there is more room', async () => {
  open(1280, true);
  expect((await field()).closest('[data-tight]')).toBeNull();
});
