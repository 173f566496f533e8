import { expect, it } from 'vitest';
import { grammarOf } from './code-languages';

it.each([
  ['ts', 'typescript'],
  ['C++', 'cpp'],
  ['python', 'python'],
  ['', null],
  ['klingon', null],
  ['constructor', null],
])('%j is %s', (language, grammar) => expect(grammarOf(language)).toBe(grammar));
