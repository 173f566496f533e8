import { describe, expect, it } from 'vitest';
import { beginningOf, categoryDropOf, categoryStepOf, dropOf, endOf, groupsOf, stepOf } from './places';

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

describe('a channel that is dropped', () => {
  const channels = [channel('a', 'x'), channel('b', 'x'), channel('c', 'x'), channel('d', 'y')];
  const at = (channelId: string) => {
    const found = channels.find((candidate) => candidate.channelId === channelId);
    if (found === undefined) throw new Error(channelId);
    return found;
  };

  it('goes above or below another one, in its category', () => {
    expect(dropOf(channels, 'a', at('c'), 'bottom')).toEqual({ categoryId: 'x', after: 'c' });
    expect(dropOf(channels, 'c', at('a'), 'top')).toEqual({ categoryId: 'x', after: null });
    expect(dropOf(channels, 'c', at('b'), 'top')).toEqual({ categoryId: 'x', after: 'a' });
    expect(dropOf(channels, 'a', at('d'), 'top')).toEqual({ categoryId: 'y', after: null });
  });

  it('stays where it stands already', () => {
    expect(dropOf(channels, 'b', at('a'), 'bottom')).toBeNull();
    expect(dropOf(channels, 'a', at('b'), 'top')).toBeNull();
    expect(dropOf(channels, 'gone', at('b'), 'top')).toBeNull();
  });

  it('on the head of a category is its first', () => {
    expect(beginningOf(channels, 'd', 'x')).toEqual({ categoryId: 'x', after: null });
    expect(beginningOf(channels, 'b', 'x')).toEqual({ categoryId: 'x', after: null });
    expect(beginningOf(channels, 'a', 'x')).toBeNull();
  });
});

describe('a category that is dropped', () => {
  it('goes before or behind another one, or before them all', () => {
    expect(categoryDropOf(categories, 'rest', 'play', 'top')).toBe('work');
    expect(categoryDropOf(categories, 'rest', 'work', 'top')).toBeNull();
    expect(categoryDropOf(categories, 'rest', 'work', 'bottom')).toBe('work');
    expect(categoryDropOf(categories, 'rest', null, 'bottom')).toBeNull();
    expect(categoryDropOf(categories, 'work', 'rest', 'bottom')).toBe('rest');
    expect(categoryDropOf(categories, 'work', 'rest', 'top')).toBe('play');
  });

  it('stays where it stands already', () => {
    expect(categoryDropOf(categories, 'play', 'work', 'bottom')).toBeUndefined();
    expect(categoryDropOf(categories, 'work', 'play', 'top')).toBeUndefined();
    expect(categoryDropOf(categories, 'work', null, 'bottom')).toBeUndefined();
    expect(categoryDropOf(categories, 'gone', 'work', 'top')).toBeUndefined();
  });
});
