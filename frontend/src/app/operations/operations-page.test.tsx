import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { render } from '@/i18n/testing';
import type { SessionState } from '@/session/session';
import { OperationsPage } from './operations-page';

const { replace, seen } = vi.hoisted(() => ({ replace: vi.fn(), seen: { state: null as SessionState | null } }));
vi.mock('next/navigation', () => ({ useRouter: () => ({ replace }) }));
vi.mock('@/session/use-session', () => ({ useSession: () => seen.state }));
vi.mock('@/features/operations/components/operations-dashboard', () => ({
  OperationsDashboard: () => <p>The figures</p>,
}));

const signedIn = (isOperator: boolean): SessionState => ({
  status: 'signed-in',
  user: profileOfNew('ada'),
  accessToken: 'a',
  isOperator,
});

function show(state: SessionState) {
  seen.state = state;
  render(<OperationsPage />);
}

beforeEach(() => replace.mockReset());

it('shows the figures to those who operate the platform', () => {
  show(signedIn(true));
  expect(screen.getByText('The figures')).toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1, name: 'Operations' })).toBeInTheDocument();
});

it('tells others that it is not for them, and asks for nothing', () => {
  show(signedIn(false));
  expect(screen.queryByText('The figures')).not.toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1, name: 'Not for you' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go to WebChat' })).toHaveAttribute('href', '/channels');
  expect(replace).not.toHaveBeenCalled();
});

it('has whoever is not signed in do that, and come back', () => {
  show({ status: 'signed-out' });
  expect(screen.queryByText('The figures')).not.toBeInTheDocument();
  expect(replace).toHaveBeenCalledWith('/login?next=%2Foperations');
});

it.each(['restoring', 'unreachable'] as const)('makes nothing up while the session is %s', (status) => {
  show({ status });
  expect(screen.queryByText('The figures')).not.toBeInTheDocument();
  expect(replace).not.toHaveBeenCalled();
});
