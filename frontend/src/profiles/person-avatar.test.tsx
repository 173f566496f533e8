import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { PersonAvatar } from './person-avatar';
import { keepProfiles } from './use-profile';

const { file } = vi.hoisted(() => ({ file: vi.fn<(path: string) => Promise<Blob>>() }));
vi.mock('@/session/browser-session', () => ({ api: { file } }));

const ada = profileOfNew('ada', 'Ada Lovelace');
let client: QueryClient;
const avatar = (size?: 'large') => (
  <QueryClientProvider client={client}>
    <PersonAvatar userId="ada" name="Ada Lovelace" {...(size && { size })} />
  </QueryClientProvider>
);
const image = (container: HTMLElement) => container.querySelector('img')?.getAttribute('src');

beforeEach(() => {
  client = new QueryClient();
  keepProfiles(client, [ada]);
  file.mockReset().mockImplementation(async (path) => new Blob([path], { type: 'image/png' }));
});

it('shows initials where there is no picture, and asks for none', () => {
  render(avatar());
  expect(screen.getByText('AL')).toBeInTheDocument();
  expect(file).not.toHaveBeenCalled();
});

it('shows the picture as soon as the person shows one, and none any more when it is taken away', async () => {
  const { container } = render(avatar());
  act(() => keepProfiles(client, [{ ...ada, avatarId: 'a1', revision: 1 }]));
  await waitFor(() =>
    expect(image(container)).toBe(`data:image/png;base64,${btoa('/api/users/ada/avatars/a1/small')}`),
  );
  act(() => keepProfiles(client, [{ ...ada, revision: 2 }]));
  await waitFor(() => expect(screen.getByText('AL')).toBeInTheDocument());
});

it('takes the large one for where there is room', async () => {
  keepProfiles(client, [{ ...ada, avatarId: 'a1', revision: 1 }]);
  render(avatar('large'));
  await waitFor(() => expect(file.mock.calls.map(([path]) => path)).toEqual(['/api/users/ada/avatars/a1']));
});
