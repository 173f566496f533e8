import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { render } from '@/i18n/testing';
import { drafts } from '../model/drafts';
import type { Obstacle } from '../model/obstacle';
import { Composer } from './composer';

vi.mock('../api/upload-attachment', () => ({ uploadAttachment: () => new Promise(() => undefined) }));

const onSend = vi.fn();
const composer = (channelId = 'c') => (
  <TooltipProvider>
    <Composer key={channelId} channelId={channelId} channelName="general" onSend={onSend} />
  </TooltipProvider>
);
const blocked = (obstacle: Obstacle | null) => (
  <TooltipProvider>
    <Composer channelId="c" channelName="general" obstacle={obstacle} now={Date.now()} onSend={onSend} />
  </TooltipProvider>
);
const mentioning = (
  <TooltipProvider>
    <Composer
      channelId="c"
      channelName="general"
      suggestions={[
        { id: 'r', kind: 'role', name: 'Crew', detail: '', token: '<@&r>' },
        { id: 'c', kind: 'channel', name: 'Off Topic', detail: 'Fun', token: '<#c>', mark: '#' },
      ]}
      onSend={onSend}
    />
  </TooltipProvider>
);
/** What one points with. */
const media = (pointer: 'fine' | 'coarse') =>
  vi.stubGlobal('matchMedia', (query: string) =>
    Object.assign(new EventTarget(), { matches: query.includes(`pointer: ${pointer}`) }),
  );
const field = () => screen.getByRole('textbox', { name: 'Message #general' });
const button = () => screen.getByRole('button', { name: 'Send message' });

beforeEach(() => {
  onSend.mockReset();
  drafts.close();
  media('fine');
});

describe('the composer', () => {
  it('takes the focus, sends on Enter and is empty again', async () => {
    render(composer());
    expect(field()).toHaveFocus();
    await userEvent.keyboard('Hello{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Hello', []);
    expect(field()).toHaveValue('');
  });

  it('begins a new line on Shift+Enter', async () => {
    render(composer());
    await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two{Enter}');
    expect(onSend).toHaveBeenCalledWith('one\ntwo', []);
  });

  it('where there are only fingers begins a line on Enter, and sends by the button', async () => {
    media('coarse');
    render(composer());
    expect(field()).toHaveAttribute('enterkeyhint', 'enter');
    await userEvent.type(field(), 'one{Enter}two');
    expect(onSend).not.toHaveBeenCalled();
    await userEvent.click(button());
    expect(onSend).toHaveBeenCalledExactlyOnceWith('one\ntwo', []);
  });

  it('says beforehand that @everyone calls nobody, for want of the permission', async () => {
    render(mentioning);
    const says = () => screen.queryByText('You may not mention everyone here, so @everyone notifies nobody.');
    await userEvent.type(field(), 'mail@everyone and `@everyone`');
    expect(says()).not.toBeInTheDocument();
    await userEvent.type(field(), ' @everyone!');
    expect(says()).toBeInTheDocument();
  });

  it('says nothing of the kind to whoever may mention everyone', async () => {
    render(
      <TooltipProvider>
        <Composer
          channelId="c"
          channelName="general"
          suggestions={[{ id: 'everyone', kind: 'everyone', name: 'everyone', detail: '', token: '@everyone' }]}
          onSend={onSend}
        />
      </TooltipProvider>,
    );
    await userEvent.type(field(), 'Hello @everyone!');
    expect(screen.queryByText(/notifies nobody/)).not.toBeInTheDocument();
  });

  it('sends nothing that is blank', async () => {
    render(composer());
    await userEvent.keyboard('   {Enter}');
    expect(onSend).not.toHaveBeenCalled();
    expect(button()).toBeDisabled();
  });

  it('says what it waits for where that is heard', async () => {
    render(
      <TooltipProvider>
        <Composer channelId="held-up" channelName="general" mayAttach onSend={onSend} />
      </TooltipProvider>,
    );
    const status = screen.getByRole('status');
    expect(status).toBeEmptyDOMElement();
    fireEvent.paste(field(), { clipboardData: { files: [new File(['a'], 'a.txt')], getData: () => '' } });
    expect(status).toHaveTextContent('You can send as soon as the files are ready.');
    expect(status).toBeInTheDocument();
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

  it('says that one is writing, every three seconds at most, and nothing of blanks', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const onTyping = vi.fn();
    render(
      <TooltipProvider>
        <Composer channelId="c" channelName="general" onSend={onSend} onTyping={onTyping} />
      </TooltipProvider>,
    );
    await userEvent.keyboard(' ');
    expect(onTyping).not.toHaveBeenCalled();
    await userEvent.keyboard('several words');
    expect(onTyping).toHaveBeenCalledTimes(1);
    vi.setSystemTime(Date.now() + 3_000);
    await userEvent.keyboard('more');
    expect(onTyping).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('offers emoji after a colon', async () => {
    render(composer());
    await userEvent.keyboard('Lift off :roc');
    expect(await screen.findByRole('option', { name: 'rocket' })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('listbox', { name: 'Emoji to write' })).toBeVisible();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Lift off 🚀', []);
  });

  it('offers channels after a hash, and sends what stands for them', async () => {
    render(mentioning);
    await userEvent.keyboard('see #of');
    expect(await screen.findByRole('listbox', { name: 'Channels to name' })).toBeVisible();
    expect(screen.getByRole('option', { name: /Off Topic.*Fun/ })).toBeVisible();
    await userEvent.keyboard('{Tab}');
    expect(field()).toHaveValue('see #Off Topic ');
    await userEvent.keyboard('and # @Cr{Enter}{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('see <#c> and # <@&r>', []);
  });

  it('puts the emoji that is picked where the caret is, and has the focus again', async () => {
    render(<QueryClientProvider client={new QueryClient()}>{composer()}</QueryClientProvider>);
    await userEvent.keyboard('Lift  off');
    (field() as HTMLTextAreaElement).setSelectionRange(5, 5);
    await userEvent.click(screen.getByRole('button', { name: 'Add emoji' }));
    await userEvent.type(await screen.findByRole('searchbox', { name: 'Search emoji' }), 'rocket');
    await userEvent.click(await screen.findByRole('button', { name: 'rocket' }));
    await waitFor(() => expect(field()).toHaveFocus());
    await userEvent.keyboard('!{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Lift 🚀! off', []);
  });

  it('gives the focus back to the button when no emoji is picked', async () => {
    render(<QueryClientProvider client={new QueryClient()}>{composer()}</QueryClientProvider>);
    await userEvent.click(screen.getByRole('button', { name: 'Add emoji' }));
    await screen.findByRole('searchbox', { name: 'Search emoji' });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add emoji' })).toHaveFocus());
  });

  it('offers again where something was picked in the message before', async () => {
    render(composer());
    await userEvent.keyboard(':roc');
    expect(await screen.findByRole('option', { name: 'rocket' })).toBeVisible();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('🚀', []);
    await userEvent.keyboard(':roc');
    expect(await screen.findByRole('option', { name: 'rocket' })).toBeVisible();
  });

  it('offers again where something was picked before it was written anew', async () => {
    render(mentioning);
    await userEvent.keyboard('ok @Cr{Enter}');
    expect(field()).toHaveValue('ok @Crew ');
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
    await userEvent.keyboard('{Backspace>8/}i @');
    expect(field()).toHaveValue('oi @');
    expect(await screen.findByRole('option', { name: 'Crew' })).toBeVisible();
  });

  it('takes nothing that is offered with Shift', async () => {
    render(mentioning);
    await userEvent.keyboard('@Cr');
    expect(await screen.findByRole('option', { name: 'Crew' })).toBeVisible();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    expect(field()).toHaveValue('@Cr\n');
    await userEvent.keyboard('@Cr{Shift>}{Tab}{/Shift}');
    expect(field()).toHaveValue('@Cr\n@Cr');
    expect(field()).not.toHaveFocus();
  });

  it('keeps a draft for each channel', async () => {
    const { rerender } = render(composer('one'));
    await userEvent.keyboard('unfinished');
    rerender(composer('two'));
    expect(field()).toHaveValue('');
    rerender(composer('one'));
    expect(field()).toHaveValue('unfinished');
  });

  it('says why one may not write', () => {
    const { rerender } = render(blocked({ because: 'permission' }));
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.getByText(/needs a permission that you do not have/)).toBeVisible();
    const until = new Date(Date.now() + 90_000);
    rerender(blocked({ because: 'timed-out', until }));
    expect(screen.getByText(/You are timed out until .*\(1:30\)/)).toBeVisible();
  });

  it('takes files that are pasted, and not the picture that office programs add to a text', async () => {
    render(
      <TooltipProvider>
        <Composer channelId="files" channelName="general" mayAttach onSend={onSend} />
      </TooltipProvider>,
    );
    const paste = (file: string, text: string) =>
      fireEvent.paste(field(), {
        clipboardData: { files: [new File(['x'], file, { type: 'text/plain' })], getData: () => text },
      });
    // True: the browser pastes.
    expect(paste('image.png', 'Tea\t2 €')).toBe(true);
    expect(screen.queryByText('image.png')).not.toBeInTheDocument();
    expect(paste('notes.txt', 'notes.txt')).toBe(false);
    expect(await screen.findByText('notes.txt')).toBeVisible();
    expect(paste('picture.txt', '')).toBe(false);
  });

  it('takes files that are dropped anywhere on its pane, and nothing else', async () => {
    render(
      <TooltipProvider>
        <main>
          <p>What was said</p>
          <Composer channelId="dropped" channelName="general" mayAttach onSend={onSend} />
        </main>
      </TooltipProvider>,
    );
    const dataTransfer = { types: ['Files'], files: [new File(['x'], 'notes.txt', { type: 'text/plain' })] };
    // False: the browser does not open the file.
    expect(fireEvent.dragOver(screen.getByText('What was said'), { dataTransfer })).toBe(false);
    expect(field().closest('form')).toHaveAttribute('data-dropping');
    fireEvent.dragLeave(screen.getByRole('main'));
    expect(field().closest('form')).not.toHaveAttribute('data-dropping');
    expect(fireEvent.drop(screen.getByText('What was said'), { dataTransfer })).toBe(false);
    expect(await screen.findByText('notes.txt')).toBeVisible();
    expect(fireEvent.drop(field(), { dataTransfer: { types: ['text/plain'], files: [] } })).toBe(true);
  });

  it('says that a file which cannot be attached keeps the message back', async () => {
    render(
      <TooltipProvider>
        <Composer channelId="refused" channelName="general" mayAttach onSend={onSend} />
      </TooltipProvider>,
    );
    const clipboardData = { files: [new File([], 'empty.txt', { type: 'text/plain' })], getData: () => '' };
    fireEvent.paste(field(), { clipboardData });
    await userEvent.type(field(), 'Look{Enter}');
    expect(onSend).not.toHaveBeenCalled();
    expect(screen.getByText('Remove what could not be attached, then you can send.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Remove empty.txt' }));
    await userEvent.type(field(), '{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Look', []);
  });

  it('lets one write in slow mode, and send when the time has come', async () => {
    const { rerender } = render(blocked({ because: 'slow-mode', until: new Date(Date.now() + 5_000) }));
    await userEvent.keyboard('Patience{Enter}');
    expect(onSend).not.toHaveBeenCalled();
    expect(button()).toBeDisabled();
    expect(screen.getByRole('timer')).toHaveTextContent('you can send in 0:05');
    rerender(blocked(null));
    await userEvent.keyboard('{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Patience', []);
  });
});
