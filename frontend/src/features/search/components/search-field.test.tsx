import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { render } from '@/i18n/testing';
import { keepProfiles } from '@/profiles/use-profile';
import { NO_SEARCH, type Search } from '../model/search';
import { SearchField } from './search-field';

const vocabulary = {
  people: [{ id: 'u1', name: 'Ada', username: 'ada' }],
  channels: [{ id: 'c1', name: 'general' }],
};
const onSearch = vi.fn();
const onLeave = vi.fn();

const client = new QueryClient();
keepProfiles(client, [profileOfNew('u1', 'Ada')]);

function Field({ takesFocus = () => false }) {
  const [search, setSearch] = useState<Search>(NO_SEARCH);
  return (
    <QueryClientProvider client={client}>
      <SearchField
        search={search}
        vocabulary={vocabulary}
        takesFocus={takesFocus}
        onChange={setSearch}
        onSearch={onSearch}
        onLeave={onLeave}
      />
    </QueryClientProvider>
  );
}

const ada = { key: 'from', value: 'u1', label: 'Ada' };

describe('the search field', () => {
  beforeEach(() => vi.clearAllMocks());

  it('offers filters, makes chips of what is chosen, and searches', async () => {
    const user = userEvent.setup();
    render(<Field />);
    await user.click(screen.getByRole('combobox'));
    await user.click(screen.getByRole('option', { name: /from:/ }));
    await user.keyboard('a{Enter}');
    expect(onSearch).toHaveBeenLastCalledWith({ filters: [ada], text: '' });
    await user.keyboard('deploy{Enter}');
    expect(onSearch).toHaveBeenLastCalledWith({ filters: [ada], text: 'deploy' });
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('takes the focus where it is asked to, and offers nothing before one does something', async () => {
    const user = userEvent.setup();
    const { unmount } = render(<Field takesFocus={() => false} />);
    expect(screen.getByRole('combobox')).not.toHaveFocus();
    unmount();
    render(<Field takesFocus={() => true} />);
    expect(screen.getByRole('combobox')).toHaveFocus();
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.keyboard('in');
    expect(screen.getByRole('listbox')).toBeVisible();
  });

  it('is used by keys alone', async () => {
    const user = userEvent.setup();
    render(<Field />);
    await user.tab();
    const field = screen.getByRole('combobox');
    await user.keyboard('{ArrowUp}');
    expect(field).toHaveAttribute('aria-activedescendant', expect.stringMatching(/-5$/));
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    expect(field).toHaveValue('in:');
    await user.keyboard('{Enter}');
    expect(onSearch).toHaveBeenLastCalledWith({ filters: [{ key: 'in', value: 'c1', label: '#general' }], text: '' });
    await user.keyboard('{Backspace}');
    expect(screen.queryByText('#general')).toBeNull();
  });

  it('closes its options by Escape, and then leads into the results', async () => {
    const user = userEvent.setup();
    render(<Field />);
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.keyboard('{ArrowDown}');
    expect(onLeave).toHaveBeenCalled();
  });

  it('searches for nothing when nothing is typed', async () => {
    const user = userEvent.setup();
    render(<Field />);
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('{Enter}');
    expect(onSearch).not.toHaveBeenCalled();
  });
});
