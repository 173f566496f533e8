import { expect, it } from 'vitest';
import { stepFrom } from './steps';

const list = ['a', 'b', 'c', 'd'];

it('steps go around the ends', () => {
  expect(stepFrom(list, 'a', 1)).toBe('b');
  expect(stepFrom(list, 'd', 1)).toBe('a');
  expect(stepFrom(list, 'a', -1)).toBe('d');
});

it('steps pass over what is not wanted, and end where there is no other', () => {
  expect(stepFrom(list, 'b', 1, (item) => item === 'a')).toBe('a');
  expect(stepFrom(list, 'b', -1, (item) => item === 'c')).toBe('c');
  expect(stepFrom(list, 'b', 1, (item) => item === 'b')).toBeNull();
  expect(stepFrom([], null, 1)).toBeNull();
});

it('who is nowhere in the list begins at its ends', () => {
  expect(stepFrom(list, null, 1)).toBe('a');
  expect(stepFrom(list, null, -1)).toBe('d');
  expect(stepFrom(list, 'elsewhere', -1)).toBe('d');
});
