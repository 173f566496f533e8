import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { UnreachableError } from '@/http/problem';
import { render } from '@/i18n/testing';
import { Failure } from './failure';

const { retry } = vi.hoisted(() => ({ retry: vi.fn<() => void>() }));
vi.mock('../model/browser-outbox', () => ({ outbox: { retry } }));

function Message() {
  const [failed, setFailed] = useState(true);
  retry.mockImplementation(() => setFailed(false));
  return (
    <article tabIndex={-1}>{failed && <Failure messageId="m" reason={new UnreachableError('no answer')} />}</article>
  );
}

it('leaves whoever tries again at the message', async () => {
  render(<Message />);
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(screen.getByRole('article')).toHaveFocus();
});
