import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { render } from '@/i18n/testing';
import { PasswordForm } from './password-form';

const signedIn = vi.hoisted(() => ({ status: 'signed-in', user: {} as unknown }));
vi.mock('@/session/browser-session', () => ({
  authApi: {},
  session: { state: () => signedIn, subscribe: () => () => undefined },
}));

it('tells whoever keeps passwords whose it is, and shows that field to nobody', () => {
  signedIn.user = profileOfNew('ada', 'Ada');
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <PasswordForm />
    </QueryClientProvider>,
  );
  const username = container.querySelector<HTMLInputElement>('[autocomplete="username"]');
  // A field of the type “hidden” is not looked at.
  expect(username).toHaveProperty('type', 'text');
  expect(username).not.toBeVisible();
});
