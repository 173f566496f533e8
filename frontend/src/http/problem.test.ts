import { describe, expect, it } from 'vitest';
import { isTransient, ProblemError, UnreachableError } from './problem';

describe('whether the same request may succeed a little later', () => {
  it.each([
    [503, 'log-unavailable', true],
    [429, 'too-many-requests', true],
    [429, 'slow-mode', false],
    [403, 'missing-permission', false],
  ])('%d %s: %s', (status, problem, transient) => {
    expect(isTransient(new ProblemError(status, problem, ''))).toBe(transient);
  });

  it('may after no answer, and not after a mistake of our own', () => {
    expect(isTransient(new UnreachableError())).toBe(true);
    expect(isTransient(new TypeError())).toBe(false);
  });
});
