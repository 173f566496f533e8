import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { render } from '@/i18n/testing';
import type { Candidate } from '../model/candidates';
import { Switcher } from './switcher';

const candidate = (name: string, rest: Partial<Candidate> = {}): Candidate => ({
  key: name,
  kind: 'channel',
  name,
  detail: 'Rocket club',
  unread: false,
  mentions: 0,
  visited: 1,
  isHere: false,
  ...rest,
});
const onGo = vi.fn();
const onOpenChange = vi.fn();
const switcher = (candidates: Candidate[], problem: string | null = null) => (
  <TooltipProvider>
    <Switcher open onOpenChange={onOpenChange} candidates={candidates} problem={problem} onGo={onGo} />
  </TooltipProvider>
);
const chosen = () => screen.getByRole('option', { selected: true }).textContent;

beforeEach(() => {
  onGo.mockReset();
  onOpenChange.mockReset();
  Element.prototype.scrollIntoView = () => undefined;
});

describe('the switcher', () => {
  it('takes the focus, and goes by the arrow keys and Enter', async () => {
    render(switcher([candidate('engines', { mentions: 2 }), candidate('fuel', { visited: 3 }), candidate('moon')]));
    expect(screen.getByRole('combobox')).toHaveFocus();
    expect(chosen()).toContain('engines');
    await userEvent.keyboard('{ArrowDown}');
    expect(chosen()).toContain('fuel');
    expect(screen.getByRole('combobox')).toHaveAttribute(
      'aria-activedescendant',
      screen.getByRole('option', { selected: true }).id,
    );
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{Enter}');
    expect(onGo).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'moon' }));
  });

  it('says when nothing is called like that, and goes nowhere then', async () => {
    render(switcher([candidate('engines')]));
    await userEvent.keyboard('xyz{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent('Nothing is called that.');
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
    expect(onGo).not.toHaveBeenCalled();
  });

  it('tells in words what waits, and what went wrong', () => {
    render(switcher([candidate('engines', { mentions: 2 })], 'You share no server.'));
    expect(screen.getByRole('option')).toHaveAccessibleName(/engines, channel,.*2 waiting/);
    expect(screen.getByRole('alert')).toHaveTextContent('You share no server.');
  });

  it('is closed by Escape', async () => {
    render(switcher([candidate('engines')]));
    await userEvent.keyboard('{Escape}');
    expect(onOpenChange).toHaveBeenCalledWith(false);
  });
});
