import { expect, it } from 'vitest';
import { returnPath, withReturn } from './return-path';

it.each([
  [null, '/channels'],
  ['/invite/abc', '/invite/abc'],
  ['//evil.example', '/channels'],
  ['/\\evil.example', '/channels'],
  ['https://evil.example', '/channels'],
  ['javascript:alert(1)', '/channels'],
])('after signing in, %s leads to %s', (next, path) => expect(returnPath(next)).toBe(path));

it('takes the way back along', () => {
  expect(withReturn('/login', '/invite/a b')).toBe('/login?next=%2Finvite%2Fa%20b');
  expect(withReturn('/signup', null)).toBe('/signup');
});
