import { expect, it } from 'vitest';
import { ConsistencyTokens } from './consistency-tokens';

it('an answer replaces the tokens that its command carried, and no others', () => {
  const tokens = new ConsistencyTokens();
  tokens.answered(tokens.current(), 'a');
  const first = tokens.current();
  const second = tokens.current();
  tokens.answered(first, 'a+b');
  tokens.answered(second, 'a+c');
  expect(tokens.current()).toEqual(['a+b', 'a+c']);
  tokens.answered(tokens.current(), 'a+b+c+d');
  expect(tokens.current()).toEqual(['a+b+c+d']);
});

it('keeps the latest few, each once', () => {
  const tokens = new ConsistencyTokens();
  for (const token of ['1', '2', '3', '4', '4', '5']) tokens.learned(token);
  expect(tokens.current()).toEqual(['2', '3', '4', '5']);
  tokens.clear();
  expect(tokens.current()).toEqual([]);
});
