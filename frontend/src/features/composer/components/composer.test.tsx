import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { forgetDrafts } from '../model/drafts';
import { Composer } from './composer';

const onSend = vi.fn();
const composer = (channelId = 'c') => (
  <TooltipProvider>
    <Composer key={channelId} channelId={channelId} channelName="general" onSend={onSend} />
  </TooltipProvider>
);
const field = () => screen.getByRole('textbox', { name: 'Message #general' });
const button = () => screen.getByRole('button', { name: 'Send message' });

beforeEach(() => {
  onSend.mockReset();
  forgetDrafts();
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
});

describe('the composer', () => {
  it('takes the focus, sends on Enter and is empty again', async () => {
    render(composer());
    expect(field()).toHaveFocus();
    await userEvent.keyboard('Hello{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Hello');
    expect(field()).toHaveValue('');
  });

  it('begins a new line on Shift+Enter', async () => {
    render(composer());
    await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two{Enter}');
    expect(onSend).toHaveBeenCalledWith('one\ntwo');
  });

  it('sends nothing that is blank', async () => {
    render(composer());
    await userEvent.keyboard('   {Enter}');
    expect(onSend).not.toHaveBeenCalled();
    expect(button()).toBeDisabled();
  });

  it('counts code points near the limit, and refuses more', async () => {
    render(composer());
    await userEvent.click(field());
    await userEvent.paste('😀'.repeat(3_999));
    expect(screen.getByRole('status')).toHaveTextContent('1 character left');
    await userEvent.paste('😀😀');
    expect(screen.getByRole('status')).toHaveTextContent('1 character too many');
    await userEvent.keyboard('{Enter}');
    expect(onSend).not.toHaveBeenCalled();
    expect(field()).toHaveAttribute('aria-invalid', 'true');
  });

  it('keeps a draft for each channel', async () => {
    const { rerender } = render(composer('one'));
    await userEvent.keyboard('unfinished');
    rerender(composer('two'));
    expect(field()).toHaveValue('');
    rerender(composer('one'));
    expect(field()).toHaveValue('unfinished');
  });
});
