import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { render } from '@/i18n/testing';
import { dialogOnDemand, onDemand, paneOnDemand } from './on-demand';
import { TooltipProvider } from './tooltip';

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
