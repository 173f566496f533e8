import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { render } from '@/i18n/testing';
import { ConfirmDialog } from './confirm-dialog';
import { TooltipProvider } from './tooltip';

it('does it only when the name was typed', async () => {
  const onConfirm = vi.fn();
  render(
    <TooltipProvider>
      <ConfirmDialog
        open
        onOpenChange={() => undefined}
        title="Delete Tea club?"
        description="It cannot be undone."
        action="Delete server"
        typed="Tea club"
        busy={false}
        error="No."
        onConfirm={onConfirm}
      />
    </TooltipProvider>,
  );
  const button = screen.getByRole('button', { name: 'Delete server' });
  expect(button).toBeDisabled();
  expect(screen.getByRole('alert')).toHaveTextContent('No.');
  await userEvent.type(screen.getByRole('textbox', { name: 'Type “Tea club” to confirm' }), 'Tea clu{Enter}');
  expect(onConfirm).not.toHaveBeenCalled();
  await userEvent.keyboard('b');
  expect(button).toBeEnabled();
  await userEvent.click(button);
  expect(onConfirm).toHaveBeenCalledOnce();
});
