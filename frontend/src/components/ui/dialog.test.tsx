import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useRef, useState } from 'react';
import { expect, it } from 'vitest';
import { render } from '@/i18n/testing';
import { Dialog } from './dialog';
import { Menu, MenuItem } from './menu';
import { dialogOnDemand } from './on-demand';
import { Popover } from './popover';
import { TooltipProvider } from './tooltip';

interface Props {
  onClose(): void;
}

function Question({ onClose }: Props) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Question" description="Answer it.">
      <input aria-label="Answer" />
    </Dialog>
  );
}

/** Its code comes when whoever tests lets it come. */
function later() {
  let come: () => void = () => undefined;
  const code = new Promise<typeof Question>((resolve) => (come = () => resolve(Question)));
  const Later = dialogOnDemand<Props>(
    () => code,
    ({ onClose }) => onClose(),
  );
  return { Later, come };
}

function FromMenu({ Asked }: { Asked: (props: Props) => React.ReactNode }) {
  const [asked, setAsked] = useState(false);
  return (
    <TooltipProvider>
      <Menu trigger={<button>More</button>}>
        <MenuItem icon={null} onSelect={() => setAsked(true)}>
          Ask
        </MenuItem>
      </Menu>
      {asked && <Asked onClose={() => setAsked(false)} />}
    </TooltipProvider>
  );
}

function FromCard({ Asked }: { Asked: (props: Props) => React.ReactNode }) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <TooltipProvider>
      <Popover label="Card" open={open} onOpenChange={setOpen} trigger={<button>Card of Ada</button>}>
        <button
          onClick={() => {
            setOpen(false);
            setAsked(true);
          }}
        >
          Ask
        </button>
      </Popover>
      {asked && <Asked onClose={() => setAsked(false)} />}
    </TooltipProvider>
  );
}

async function closed() {
  await userEvent.click(await screen.findByRole('textbox', { name: 'Answer' }));
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
}

it('gives the focus back to the button of the menu that asked for it', async () => {
  render(<FromMenu Asked={Question} />);
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Ask' }));
  await closed();
  await waitFor(() => expect(screen.getByRole('button', { name: 'More' })).toHaveFocus());
});

it.each([
  ['with the menu still there', (come: () => void) => come()],
  [
    'when the menu has long gone',
    async (come: () => void) => {
      await waitFor(() => expect(screen.getByRole('button', { name: 'More' })).toHaveFocus());
      come();
    },
  ],
])('does so too if its code comes %s', async (_, arrive) => {
  const { Later, come } = later();
  render(<FromMenu Asked={Later} />);
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Ask' }));
  await arrive(come);
  await closed();
  await waitFor(() => expect(screen.getByRole('button', { name: 'More' })).toHaveFocus());
});

it('gives it back to what opened the card that asked for it, since that has gone', async () => {
  const { Later, come } = later();
  come();
  render(<FromCard Asked={Later} />);
  await userEvent.click(screen.getByRole('button', { name: 'Card of Ada' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Ask' }));
  await closed();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Card of Ada' })).toHaveFocus());
});

function Leading({ how }: { how: 'dialog' | 'card' }) {
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState(false);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // Like a message that is on the screen already: when what was open has gone, and before that gives the focus back.
    if (found) void Promise.resolve().then(() => place.current?.focus());
  }, [found]);
  const find = (
    <button
      onClick={() => {
        setOpen(false);
        setFound(true);
      }}
    >
      Find
    </button>
  );
  const opener = <button onClick={() => setOpen(true)}>Look</button>;
  return (
    <TooltipProvider>
      {how === 'card' ? (
        <Popover label="Looking" open={open} onOpenChange={setOpen} trigger={opener}>
          {find}
        </Popover>
      ) : (
        opener
      )}
      {how === 'dialog' && open && (
        <Dialog open onOpenChange={setOpen} title="Looking" description="Look for it.">
          {find}
        </Dialog>
      )}
      <article ref={place} tabIndex={-1} />
    </TooltipProvider>
  );
}

it.each(['dialog', 'card'] as const)('leaves the focus of a %s where that led to', async (how) => {
  render(<Leading how={how} />);
  await userEvent.click(screen.getByRole('button', { name: 'Look' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Find' }));
  // Behind the timer with which it gives the focus back.
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  expect(screen.getByRole('article')).toHaveFocus();
});
