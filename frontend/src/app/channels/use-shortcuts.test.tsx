import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { render } from '@/i18n/testing';
import { useShortcuts } from './use-shortcuts';

const switcher = vi.fn();
const nextServer = vi.fn();
const readChannel = vi.fn();

function Page() {
  useShortcuts({ switcher, 'next-server': nextServer, 'read-channel': readChannel });
  return (
    <>
      {/* As the button of a menu does, which opens it by any arrow down. */}
      <button onKeyDown={(event) => event.preventDefault()}>Menu</button>
      <button>Plain</button>
      <div role="dialog" aria-label="Question">
        <input aria-label="Answer" />
      </div>
    </>
  );
}

it('chords mean the same wherever one is, single keys only where nothing else takes them', async () => {
  render(<Page />);
  screen.getByText('Menu').focus();
  await userEvent.keyboard('{Control>}{Alt>}{ArrowDown}{/Alt}{/Control}');
  expect(nextServer).toHaveBeenCalledOnce();
  await userEvent.keyboard('{Escape}');
  expect(readChannel).not.toHaveBeenCalled();
  screen.getByText('Plain').focus();
  await userEvent.keyboard('{Escape}');
  expect(readChannel).toHaveBeenCalledOnce();
});

it('while something is asked chords do nothing, not even what the browser would do', async () => {
  switcher.mockReset();
  render(<Page />);
  screen.getByLabelText('Answer').focus();
  const event = new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true });
  screen.getByLabelText('Answer').dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  expect(switcher).not.toHaveBeenCalled();
  screen.getByText('Plain').focus();
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(switcher).toHaveBeenCalledOnce();
});
