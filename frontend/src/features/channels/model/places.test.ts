import { describe, expect, it } from 'vitest';
import { categoryStepOf, endOf, groupsOf, stepOf } from './places';

const channel = (channelId: string, categoryId: string | null = null) => ({
  channelId,
  name: channelId,
  topic: null,
  categoryId,
  slowModeSeconds: 0,
  overrides: [],
});
const categories = ['work', 'play', 'rest'].map((categoryId) => ({ categoryId, name: categoryId }));
const channels = [channel('a'), channel('w1', 'work'), channel('b'), channel('w2', 'work'), channel('w3', 'work')];

describe('the places of channels', () => {
  it('are above all or in a category, empty ones included; a category not yet known hides nothing', () => {
    const shown = groupsOf({ categories, channels: [...channels, channel('x', 'unheard of')] });
    expect(shown.map((group) => [group.category?.name, group.channels.map(({ channelId }) => channelId)])).toEqual([
      [undefined, ['a', 'b', 'x']],
      ['work', ['w1', 'w2', 'w3']],
      ['play', []],
      ['rest', []],
    ]);
  });

  it('change by one step', () => {
    expect(stepOf(channels, 'w2', -1)).toEqual({ categoryId: 'work', after: null });
    expect(stepOf(channels, 'w3', -1)).toEqual({ categoryId: 'work', after: 'w1' });
    expect(stepOf(channels, 'w1', 1)).toEqual({ categoryId: 'work', after: 'w2' });
    expect(stepOf(channels, 'w1', -1)).toBeNull();
    expect(stepOf(channels, 'b', 1)).toBeNull();
    expect(stepOf(channels, 'gone', 1)).toBeNull();
    expect(categoryStepOf(categories, 'rest', -1)).toBe('work');
    expect(categoryStepOf(categories, 'play', -1)).toBeNull();
    expect(categoryStepOf(categories, 'rest', 1)).toBeUndefined();
  });

  it('are at the end of a category that one moves to', () => {
    expect(endOf(channels, 'work', 'a')).toEqual({ categoryId: 'work', after: 'w3' });
    expect(endOf(channels, 'play', 'a')).toEqual({ categoryId: 'play', after: null });
    expect(endOf(channels, null, 'b')).toEqual({ categoryId: null, after: 'a' });
  });
});
