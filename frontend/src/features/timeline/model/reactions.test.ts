import { expect, it } from 'vitest';
import { hasReacted, withoutReaction, withReaction } from './reactions';

it('takes an emoji that asks for a picture for the same as one that does not', () => {
  const both = withReaction(withReaction([], '\u2764', 'dan'), '\u2764\uFE0F', 'cleo');
  expect(both).toEqual([{ emoji: '\u2764', userIds: ['dan', 'cleo'] }]);
  expect(withReaction(both, '\u2764\uFE0F', 'dan')).toBe(both);
  expect(hasReacted(both, '\u2764\uFE0F', 'dan')).toBe(true);
  expect(withoutReaction(both, '\u2764\uFE0F', 'dan')).toEqual([{ emoji: '\u2764', userIds: ['cleo'] }]);
});
