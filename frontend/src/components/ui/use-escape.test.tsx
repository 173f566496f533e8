import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect } from 'react';
import { expect, it, vi } from 'vitest';
import { Tooltip, TooltipProvider } from './tooltip';
import { isTaken, useEscape } from './use-escape';

interface Props {
  onPane(): void;
  onPage(): void;
}

function Page({ onPane, onPage }: Props) {
  useEscape(onPane);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => !isTaken(event) && onPage();
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, [onPage]);
  return (
    <TooltipProvider>
      <Tooltip text="Show members">
        <button type="button">Members</button>
      </Tooltip>
    </TooltipProvider>
  );
}

it('closes the pane, and nothing behind it', async () => {
  const [onPane, onPage] = [vi.fn(), vi.fn()];
  render(<Page onPane={onPane} onPage={onPage} />);
  await userEvent.keyboard('{Escape}');
  expect(onPane).toHaveBeenCalledTimes(1);
  expect(onPage).not.toHaveBeenCalled();
});

it('closes the pane, and nothing behind it, though it hides a tooltip as well', async () => {
  const [onPane, onPage] = [vi.fn(), vi.fn()];
  render(<Page onPane={onPane} onPage={onPage} />);
  await userEvent.tab();
  expect(await screen.findByRole('tooltip')).toBeInTheDocument();
  onPage.mockClear();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
  expect(onPane).toHaveBeenCalledTimes(1);
  expect(onPage).not.toHaveBeenCalled();
});
