import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { render } from '@/i18n/testing';
import { EmojiPicker } from './emoji-picker';

const onPick = vi.fn();

it('picks by keys what was typed, in the tone that was chosen', async () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <EmojiPicker onPick={onPick} />
    </QueryClientProvider>,
  );
  await userEvent.click(await screen.findByRole('radio', { name: 'Medium dark' }));
  await userEvent.type(screen.getByRole('searchbox'), 'thumbs');
  await screen.findByRole('button', { name: 'thumbs up' });
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}');
  expect(onPick).toHaveBeenCalledExactlyOnceWith('👎🏾');
  await userEvent.click(screen.getByRole('radio', { name: 'No skin tone' }));
  await userEvent.type(screen.getByRole('searchbox'), '{Enter}');
  expect(onPick).toHaveBeenLastCalledWith('👍');
});
