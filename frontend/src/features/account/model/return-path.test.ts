import { expect, it } from 'vitest';
import { returnPath, withReturn } from './return-path';

it.each([
  [null, '/channels'],
  ['/invite/abc', '/invite/abc'],
  ['//evil.example', '/channels'],
  ['/\\evil.example', '/channels'],
  ['/\t/evil.example', '/channels'],
  ['/\n/evil.example', '/channels'],
  ['/\r\\evil.example', '/channels'],
  ['/.//evil.example', '/channels'],
  ['/\t\\evil.example', '/channels'],
  ['/channels/s/c?message=m#end', '/channels/s/c?message=m#end'],
  ['https://evil.example', '/channels'],
  ['javascript:alert(1)', '/channels'],
])('after signing in, %s leads to %s', (next, path) => expect(returnPath(next)).toBe(path));

it('takes the way back along', () => {
  expect(withReturn('/login', '/invite/a b')).toBe('/login?next=%2Finvite%2Fa%2520b');
  expect(withReturn('/signup', null)).toBe('/signup');
});
