import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { SHORTCUTS } from '@/contracts/shortcuts';
import { render } from '@/i18n/testing';
import { ShortcutsDialog } from './shortcuts-dialog';

it('lists every shortcut, begins at its own text, and is closed by Escape', async () => {
  const onOpenChange = vi.fn();
  render(
    <TooltipProvider>
      <ShortcutsDialog open onOpenChange={onOpenChange} />
    </TooltipProvider>,
  );
  expect(screen.getAllByRole('term')).toHaveLength(SHORTCUTS.length);
  expect(screen.getByText('Go to a channel, person or server').closest('div')).toHaveTextContent(/Ctrl \+ K$/);
  expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false);
});
