import { expect, it, vi } from 'vitest';
import { render } from '@/i18n/testing';
import { SignedInOnly } from './signed-in-only';

const router = vi.hoisted(() => ({ replace: vi.fn() }));
vi.mock('next/navigation', () => ({
  useRouter: () => router,
  usePathname: () => location.pathname,
  useParams: () => ({}),
}));
vi.mock('@/session/use-session', () => ({ useSession: () => ({ status: 'signed-out' }) }));
vi.mock('./connection', () => ({ ConnectionProvider: () => null }));
vi.mock('./forgetting', () => ({}));
vi.mock('./first-requests', () => ({ useFirstRequests: () => undefined }));
vi.mock('./shell', () => ({ Shell: () => null }));

it('whoever has to sign in first comes back to the message that they were after', () => {
  history.replaceState(null, '', '/channels/s/c?message=m');
  render(<SignedInOnly>{null}</SignedInOnly>);
  const next = encodeURIComponent('/channels/s/c?message=m');
  expect(router.replace).toHaveBeenCalledExactlyOnceWith(`/login?next=${next}`);
});
