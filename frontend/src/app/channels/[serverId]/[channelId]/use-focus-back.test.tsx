import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useRef, useState } from 'react';
import { expect, it } from 'vitest';
import { useFocusBack } from './use-focus-back';

function Pane({ onClose }: { onClose(): void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return <input ref={field} aria-label="Reply" onKeyDown={({ key }) => key === 'Escape' && onClose()} />;
}

function Page() {
  const [open, setOpen] = useState(false);
  useFocusBack(open ? 'thread' : null);
  return (
    <>
      <button onClick={() => setOpen(true)}>Open</button>
      <button onClick={() => setOpen(false)}>Elsewhere</button>
      {open && <Pane onClose={() => setOpen(false)} />}
    </>
  );
}

it('the focus goes back to what opened a pane that takes it along', async () => {
  render(<Page />);
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(screen.getByLabelText('Reply')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus();
});

it('the focus stays where it has gone meanwhile', async () => {
  render(<Page />);
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }));
  expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
});
