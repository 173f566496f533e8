import { expect, it } from 'vitest';
import { CommandKeys } from './command-keys';

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
