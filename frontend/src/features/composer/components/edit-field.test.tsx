import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UnreachableError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { drafts } from '../model/drafts';
import { EditField } from './edit-field';

const grace = { id: 'g', kind: 'user', name: 'Grace', detail: '', token: `<@${'g'.repeat(36)}>` } as const;
const onSave = vi.fn<(content: string) => Promise<void>>();
const onCancel = vi.fn();
const show = (more = {}) =>
  render(
    <EditField
      messageId="m"
      content={`Hello ${grace.token}!`}
      suggestions={[grace]}
      onSave={onSave}
      onCancel={onCancel}
      {...more}
    />,
  );
const field = () => screen.getByRole('textbox', { name: 'Edit message' });

beforeEach(() => {
  onSave.mockReset().mockResolvedValue();
  onCancel.mockReset();
  drafts.close();
  Element.prototype.scrollIntoView = () => undefined;
});

describe('a message that is written anew', () => {
  it('waits until it is accepted', async () => {
    let accept: () => void = () => undefined;
    onSave.mockReturnValue(new Promise((resolve) => (accept = resolve)));
    show();
    expect(field()).toHaveFocus();
    await userEvent.keyboard(', hi{Enter}');
    expect(onSave).toHaveBeenCalledExactlyOnceWith(`Hello ${grace.token}!, hi`);
    expect(field()).toHaveAttribute('readonly');
    expect(field().closest('[aria-busy]')).toHaveAttribute('aria-busy', 'true');
    await userEvent.keyboard('{Enter}{Escape}');
    expect(onSave).toHaveBeenCalledTimes(1);
    expect(onCancel).not.toHaveBeenCalled();
    expect(drafts.of('edit:m')).toBe('Hello @Grace!, hi');
    accept();
    await waitFor(() => expect(drafts.of('edit:m')).toBe(''));
  });

  it('is still there when it could not be saved, with the reason, and is tried again', async () => {
    onSave.mockRejectedValueOnce(new UnreachableError('x'));
    show();
    await userEvent.keyboard(', hi{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(/Not saved\. .*cannot be reached/);
    expect(field()).toHaveValue('Hello @Grace!, hi');
    expect(field()).not.toHaveAttribute('readonly');
    expect(drafts.of('edit:m')).toBe('Hello @Grace!, hi');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onSave).toHaveBeenLastCalledWith(`Hello ${grace.token}!, hi`);
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  });

  it('goes on where one left it, and takes no focus then', async () => {
    const { unmount } = show();
    await userEvent.keyboard(', how are you');
    unmount();
    const { unmount: leave } = show({ takesFocus: false });
    expect(field()).toHaveValue('Hello @Grace!, how are you');
    expect(field()).not.toHaveFocus();
    leave();
    show();
    await userEvent.keyboard('{Escape}');
    expect(onCancel).toHaveBeenCalledOnce();
    expect(drafts.of('edit:m')).toBe('');
  });

  it('is as long as what is sent', async () => {
    show();
    await userEvent.click(field());
    await userEvent.paste('x'.repeat(3_980));
    expect(await screen.findByRole('status')).toHaveTextContent('26 characters too many');
    await userEvent.keyboard('{Enter}');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('where there are only fingers is saved by the button', async () => {
    vi.stubGlobal('matchMedia', (query: string) =>
      Object.assign(new EventTarget(), { matches: query.includes('coarse') }),
    );
    show();
    await userEvent.keyboard('{Enter}more');
    expect(onSave).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSave).toHaveBeenCalledExactlyOnceWith(`Hello ${grace.token}!\nmore`);
    vi.unstubAllGlobals();
  });
});
