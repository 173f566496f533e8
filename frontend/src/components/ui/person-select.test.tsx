import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { render } from '@/i18n/testing';
import { PersonSelect } from './person-select';

const people = ['Ada', 'Grace'].map((name) => ({ userId: name, name, username: name.toLowerCase() }));
const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent);
const select = (onSearch?: (text: string) => void, value = '') => (
  <PersonSelect
    label="By"
    searchLabel="Search members"
    people={people}
    value={value}
    onChoose={() => undefined}
    onSearch={onSearch}
  >
    <option value="">Anybody</option>
  </PersonSelect>
);

it('is a list where all are given, and has a field that finds others where not', async () => {
  const { unmount } = render(select());
  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
  unmount();

  const onSearch = vi.fn();
  const { rerender } = render(select(onSearch));
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search members' }), 'gr');
  expect(onSearch).toHaveBeenLastCalledWith('gr');
  expect(options()).toEqual(['Anybody', 'Grace']);
  // Whoever is chosen stays to be seen.
  rerender(select(onSearch, 'Ada'));
  expect(options()).toEqual(['Anybody', 'Ada', 'Grace']);
});
