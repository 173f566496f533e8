import { expect, it } from 'vitest';
import { ProblemError, UnreachableError, WithheldError } from '@/http/problem';
import { wordsOf } from '@/i18n/testing-words';
import { sendWords } from './send-words';

const said = (error: Error) => sendWords(error, wordsOf(), 'en');
const problem = (status: number, type: string) => new ProblemError(status, type, 'what the service says');

it.each([
  [new UnreachableError('x'), 'WebChat cannot be reached.'],
  [new WithheldError('x'), 'Nothing was changed: you only look at the server as somebody with another role.'],
  [new TypeError('x'), 'The answer was not understood.'],
  [problem(404, 'unknown-channel'), 'This channel is gone, or you are not a member any more.'],
  [problem(404, 'unknown-thread'), 'This thread is gone.'],
  [problem(404, 'unknown-message'), 'The message that it answers was deleted.'],
  [problem(401, 'unauthenticated'), 'You are signed out.'],
  [problem(413, 'body-too-large'), 'It is too long.'],
  [
    new ProblemError(400, 'validation', 'x', [{ field: 'messageId', message: 'must be a UUIDv7' }]),
    'It waited for more than a day, or the clock of this device is wrong. Copy it and send it anew.',
  ],
  [problem(503, 'log-unavailable'), 'WebChat could not take it just now, and is asked again soon.'],
  [problem(403, 'timed-out'), 'what the service says'],
])('%s is told as such', (error, words) => {
  expect(said(error)).toBe(words);
});
