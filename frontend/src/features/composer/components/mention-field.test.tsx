import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { render } from '@/i18n/testing';
import { MentionSearch } from '../model/mention-search';
import { MentionField } from './mention-field';

function Field() {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  return (
    <MentionField
      field={field}
      value={text}
      suggestions={[]}
      onWrite={setText}
      onPicked={() => undefined}
      aria-label="Message"
    />
  );
}

it('has those searched for whose name is being typed after an at sign', async () => {
  const onMention = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MentionSearch value={onMention}>
        <Field />
      </MentionSearch>
    </QueryClientProvider>,
  );
  await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), 'Hello @zo');
  expect(onMention).toHaveBeenLastCalledWith('zo');
  await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), '{Enter}');
  expect(onMention).toHaveBeenLastCalledWith('');
});
