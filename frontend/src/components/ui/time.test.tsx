import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { render } from '@/i18n/testing';
import { Time } from './time';

it('is read out exactly, and shown in words that age', () => {
  const at = new Date(Date.now() - 3 * 60_000).toISOString();
  render(
    <p>
      <Time at={at} />
    </p>,
  );
  const exact = new Date(at).toLocaleString('en', { dateStyle: 'full', timeStyle: 'short' });
  expect(screen.getByText(exact)).not.toHaveAttribute('aria-hidden');
  expect(screen.getByText(exact).previousSibling).toHaveAttribute('aria-hidden', 'true');
  expect(document.querySelector('time')).toHaveAttribute('title', exact);
});
