import { expect, it } from 'vitest';
import { CommandKeys } from './command-keys';
import { ProblemError, UnreachableError } from './problem';

it('a repetition has the key of the first attempt; other input, or the same once more, has its own', () => {
  let count = 0;
  const keys = new CommandKeys(() => `key-${++count}`);
  expect(keys.of({ name: 'a' })).toBe('key-1');
  expect(keys.of({ name: 'a' })).toBe('key-1');
  expect(keys.of({ name: 'b' })).toBe('key-2');
  keys.done();
  expect(keys.of({ name: 'b' })).toBe('key-3');
  expect(keys.of(undefined)).toBe('key-4');
});

it('an answer ends a key, a refusal as well; an answer that was lost does not', async () => {
  let count = 0;
  const keys = new CommandKeys(() => `key-${++count}`);
  const used: string[] = [];
  const attempt = (outcome: unknown) =>
    keys
      .run('join', (key) => {
        used.push(key);
        return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
      })
      .catch((error: unknown) => error);
  const refusal = new ProblemError(403, 'banned', 'You are banned.');
  expect(await attempt(new UnreachableError('no answer'))).toBeInstanceOf(UnreachableError);
  expect(await attempt(new ProblemError(503, 'not-ready', 'Later.'))).toBeInstanceOf(ProblemError);
  expect(await attempt(refusal)).toBe(refusal);
  expect(await attempt('joined')).toBe('joined');
  await attempt('joined once more');
  expect(used).toEqual(['key-1', 'key-1', 'key-1', 'key-2', 'key-3']);
});
