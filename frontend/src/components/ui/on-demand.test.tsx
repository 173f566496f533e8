import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { render } from '@/i18n/testing';
import { Menu, MenuItem } from './menu';
import { dialogOnDemand, layerOnDemand, onDemand, paneOnDemand } from './on-demand';
import { TooltipProvider } from './tooltip';

afterEach(() => void vi.unstubAllGlobals());

interface Closable {
  onClose(): void;
}

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;

it('is fetched when it is shown, once, and then is there at once', async () => {
  const load = vi.fn(() => Promise.resolve(Greeting));
  const Part = onDemand(load);
  const { unmount } = render(<Part name="Ada" />);
  expect(screen.getByRole('status')).toHaveTextContent('Loading');
  expect(await screen.findByText('Hello Ada')).toBeVisible();
  unmount();
  render(<Part name="Grace" />);
  expect(screen.getByText('Hello Grace')).toBeVisible();
  expect(load).toHaveBeenCalledOnce();
});

it('is there at once when it was expected', async () => {
  const Part = onDemand(() => Promise.resolve(Greeting));
  Part.prefetch();
  await Promise.resolve();
  render(<Part name="Ada" />);
  expect(screen.getByText('Hello Ada')).toBeVisible();
});

it('says that it did not come, and tries again', async () => {
  const load = vi.fn(() => Promise.resolve(Greeting)).mockRejectedValueOnce(new Error('offline'));
  const Part = onDemand(load);
  render(<Part name="Ada" />);
  expect(await screen.findByRole('alert')).toHaveTextContent('Check your connection');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Hello Ada')).toBeVisible();
});

it('is tried again by whoever asks, when it was only expected before', async () => {
  const load = vi.fn(() => Promise.resolve(Greeting)).mockRejectedValueOnce(new Error('offline'));
  const Part = onDemand(load);
  Part.prefetch();
  await expect(load.mock.results[0]?.value).rejects.toThrow('offline');
  render(<Part name="Ada" />);
  expect(await screen.findByText('Hello Ada')).toBeVisible();
});

it('as a dialog can be closed though it did not come', async () => {
  const onClose = vi.fn();
  const Asked = dialogOnDemand<Closable>(
    () => Promise.reject(new Error('offline')),
    (props) => props.onClose(),
  );
  render(
    <TooltipProvider>
      <Asked onClose={onClose} />
    </TooltipProvider>,
  );
  expect(await screen.findByRole('dialog', { name: 'This could not be loaded' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

it('as a dialog is closed by Back on a phone, while it comes and when it did not come', async () => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  let fail: () => void = () => undefined;
  const onClose = vi.fn();
  const Asked = dialogOnDemand<Closable>(
    () => new Promise((_, reject) => (fail = () => reject(new Error('offline')))),
    (props) => props.onClose(),
  );
  render(
    <TooltipProvider>
      <Asked onClose={onClose} />
    </TooltipProvider>,
  );
  expect(await screen.findByRole('status')).toBeVisible();
  act(() => history.back());
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  fail();
  expect(await screen.findByRole('dialog')).toBeVisible();
  act(() => history.back());
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(2));
});

it('as a dialog can be called off while it comes, before what is behind it, and the focus stays where it was', async () => {
  const onClose = vi.fn();
  const paneBehind = vi.fn((event: KeyboardEvent) => event.defaultPrevented);
  document.addEventListener('keydown', paneBehind, { once: true });
  const Asked = dialogOnDemand<Closable>(
    () => new Promise(() => undefined),
    (props) => props.onClose(),
  );
  render(
    <TooltipProvider>
      <input aria-label="Written" autoFocus />
      <Asked onClose={onClose} />
    </TooltipProvider>,
  );
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(1);
  expect(paneBehind).toHaveReturnedWith(true);
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledTimes(2);
  expect(screen.getByLabelText('Written')).toHaveFocus();
});

it('as a pane can be closed while it comes, and when it did not come', async () => {
  let fail: () => void = () => undefined;
  const onClose = vi.fn();
  const Pane = paneOnDemand<Closable>(
    () => new Promise((_, reject) => (fail = () => reject(new Error('offline')))),
    (props) => props.onClose(),
  );
  render(
    <TooltipProvider>
      <Pane onClose={onClose} />
    </TooltipProvider>,
  );
  const pane = screen.getByRole('complementary');
  await userEvent.keyboard('{Escape}');
  await userEvent.click(within(pane).getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledTimes(2);
  fail();
  expect(await within(pane).findByRole('button', { name: 'Try again' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await userEvent.click(within(pane).getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledTimes(4);
});

interface LayerProps {
  trigger: React.ReactElement;
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?(open: boolean): void;
}

function Layer({ trigger, open, defaultOpen = false }: LayerProps) {
  return (
    <>
      {trigger}
      {(open ?? defaultOpen) && <p>Open</p>}
    </>
  );
}

/** Its code comes when whoever tests lets it come. */
function layerToCome() {
  const asked: { come(): void; fail(): void }[] = [];
  const load = () =>
    new Promise<typeof Layer>((resolve, reject) =>
      asked.push({ come: () => resolve(Layer), fail: () => reject(new Error('offline')) }),
    );
  return { Part: layerOnDemand<LayerProps>('menu', load), asked };
}

const onPage = (part: React.ReactNode) => <TooltipProvider>{part}</TooltipProvider>;
const trigger = <button>More</button>;
const more = () => screen.getByRole('button', { name: 'More' });

it('a click on the control of a layer counts though the layer comes later', async () => {
  const { Part, asked } = layerToCome();
  const onOpenChange = vi.fn();
  render(onPage(<Part trigger={trigger} onOpenChange={onOpenChange} />));
  expect(asked).toHaveLength(0);
  expect(more()).toHaveAttribute('aria-haspopup', 'menu');
  expect(more()).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(more());
  expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(true);
  expect(more()).toHaveFocus();
  expect(screen.getByRole('status')).toHaveTextContent('Loading');
  asked[0]?.come();
  expect(await screen.findByText('Open')).toBeVisible();
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
  expect(onOpenChange).toHaveBeenCalledOnce();
});

it('a layer that something else opens comes as well', async () => {
  const { Part, asked } = layerToCome();
  const { rerender } = render(onPage(<Part trigger={trigger} open={false} />));
  rerender(onPage(<Part trigger={trigger} open />));
  asked[0]?.come();
  expect(await screen.findByText('Open')).toBeVisible();
  rerender(onPage(<Part trigger={trigger} open={false} />));
  expect(screen.queryByText('Open')).not.toBeInTheDocument();
});

it('a layer can be called off while it comes, and is closed when it has come', async () => {
  const { Part, asked } = layerToCome();
  const onOpenChange = vi.fn();
  render(onPage(<Part trigger={trigger} onOpenChange={onOpenChange} />));
  await userEvent.click(more());
  await userEvent.keyboard('{Escape}');
  expect(onOpenChange).toHaveBeenLastCalledWith(false);
  expect(more()).toHaveFocus();
  asked[0]?.come();
  await userEvent.hover(more());
  expect(screen.queryByText('Open')).not.toBeInTheDocument();
  await userEvent.click(more());
  expect(screen.getByText('Open')).toBeVisible();
});

it('of a layer that does not come it is said, and it can be asked for again', async () => {
  const { Part, asked } = layerToCome();
  render(onPage(<Part trigger={trigger} />));
  // Where the pointer came near it was expected, in vain.
  await userEvent.hover(more());
  asked[0]?.fail();
  await userEvent.click(more());
  asked.at(-1)?.fail();
  expect(await screen.findByRole('dialog', { name: 'This could not be loaded' })).toHaveFocus();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  asked.at(-1)?.come();
  expect(await screen.findByText('Open')).toBeVisible();
});

it.each(['{Enter}', ' ', '{ArrowDown}'])(
  'a menu that %s opens begins with its first item, and gives the focus back',
  async (key) => {
    render(
      onPage(
        <Menu trigger={trigger}>
          <MenuItem icon={null} onSelect={() => undefined}>
            First
          </MenuItem>
          <MenuItem icon={null} onSelect={() => undefined}>
            Second
          </MenuItem>
        </Menu>,
      ),
    );
    await userEvent.tab();
    await userEvent.keyboard(key);
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'First' })).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('menuitem', { name: 'Second' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(more()).toHaveFocus());
  },
);

it('who opens a menu by the pointer is at none of its items', async () => {
  render(
    onPage(
      <Menu trigger={trigger}>
        <MenuItem icon={null} onSelect={() => undefined}>
          First
        </MenuItem>
      </Menu>,
    ),
  );
  await userEvent.click(more());
  expect(await screen.findByRole('menu')).toHaveFocus();
});
