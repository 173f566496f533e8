import { expect, it } from 'vitest';
import { scrub, scrubbed } from './scrub';

const ID = '01970c3e-3a5c-7c4e-8f6a-0123456789ab';

it('a text keeps what went wrong, and nothing that is personal or gives access', () => {
  expect(scrubbed('Unexpected end of input')).toBe('Unexpected end of input');
  expect(scrubbed('refused eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln here')).toBe('refused [token] here');
  expect(scrubbed('Authorization: Bearer abc.def')).toBe('Authorization: Bearer [token]');
  expect(scrubbed(`GET https://chat.example/channels/${ID}?message=${ID}#x failed`)).toBe(
    'GET https://chat.example/channels/[id] failed',
  );
  expect(scrubbed('ada@mail.example.org is taken')).toBe('[address] is taken');
  expect(scrubbed('/invite/Ab3dE6gH1')).toBe('/invite/[code]');
  expect(scrubbed('k'.repeat(40))).toBe('[secret]');
  expect(scrubbed('word '.repeat(500))).toHaveLength(500);
});

it('a report keeps the error and its place, and nothing of who saw it where after what', () => {
  const report = scrub({
    event_id: 'e',
    message: 'what somebody wrote',
    user: { id: ID, ip_address: '{{auto}}' },
    request: { url: `https://chat.example/channels/${ID}`, headers: { Cookie: 'secret' } },
    breadcrumbs: [{ message: 'clicked on Hello' }],
    extra: { content: 'Hello' },
    tags: { channel: ID },
    exception: {
      values: [
        {
          type: 'Error',
          value: `no channel ${ID}`,
          stacktrace: { frames: [{ filename: `https://chat.example/_next/a.js?dpl=${ID}`, function: 'f', lineno: 3 }] },
        },
      ],
    },
  });
  expect(report).toEqual({
    event_id: 'e',
    exception: {
      values: [
        {
          type: 'Error',
          value: 'no channel [id]',
          stacktrace: { frames: [{ filename: 'https://chat.example/_next/a.js', function: 'f', lineno: 3 }] },
        },
      ],
    },
  });
});
