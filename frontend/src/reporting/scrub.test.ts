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

it('a text quotes nothing of what was to be read', () => {
  const refused = (text: string) => {
    try {
      JSON.parse(text);
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error('read');
  };
  for (const text of [
    'Meet me at noon',
    '{"content":Meet me at noon',
    ',Meet me',
    `[${'1,'.repeat(50)}Meet me, please`,
  ]) {
    expect(refused(text)).toContain('Meet');
    expect(scrubbed(`Reading: ${refused(text)}`)).toMatch(/^Reading: Unexpected token '.*' in JSON$/);
    expect(scrubbed(refused(text))).not.toContain('Meet');
  }
  expect(scrubbed('"Meet me" is not valid JSON')).toBe('[text] is not valid JSON');
  expect(scrubbed('JSON Parse error: Unexpected identifier "Meet"')).toBe(
    'JSON Parse error: Unexpected identifier [text]',
  );
  expect(scrubbed(refused('{"a":'))).toBe('Unexpected end of JSON input');
});

it('of what is thrown that is no error it is said only that it was', () => {
  const captured = 'Non-Error promise rejection captured with value: ';
  expect(scrubbed(`${captured}Meet me\nat noon`)).toBe(`${captured}[text]`);
  expect(scrubbed('Event `ErrorEvent` captured as exception with message `Uncaught Meet me`')).toBe(
    'Event `ErrorEvent` captured as exception with message [text]',
  );
  expect(scrubbed('Object captured as promise rejection with keys: Meet, me')).toBe(
    'Object captured as promise rejection with keys: [text]',
  );
});

it('of a text that is very long only the beginning is read', () => {
  expect(scrubbed(`${'k'.repeat(3_000)} and more`)).toBe('[secret]');
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
