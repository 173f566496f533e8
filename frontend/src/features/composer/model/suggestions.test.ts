import { describe, expect, it } from 'vitest';
import { typedAt, suggestionsFor, type Suggestion } from './suggestions';

const person = (name: string, detail: string): Suggestion => ({ id: name, kind: 'user', name, detail, token: name });

describe('the mention, channel or emoji that is being typed', () => {
  it.each([
    ['@', { mark: '@', start: 0, query: '' }],
    ['hello @ad', { mark: '@', start: 6, query: 'ad' }],
    ['hello @Ada Lo', { mark: '@', start: 6, query: 'Ada Lo' }],
    ['(@ad', { mark: '@', start: 1, query: 'ad' }],
    ['mail@ad', null],
    ['@ ', null],
    ['@ada\n', null],
    ['nothing', null],
    [':fi', { mark: ':', start: 0, query: 'fi' }],
    ['so :thumbs_up', { mark: ':', start: 3, query: 'thumbs_up' }],
    ['@ada :fi', { mark: ':', start: 5, query: 'fi' }],
    [':D', null],
    ['at 10:30', null],
    [': no', null],
    ['#', { mark: '#', start: 0, query: '' }],
    ['see #off to', { mark: '#', start: 4, query: 'off to' }],
    ['@ada in #ge', { mark: '#', start: 8, query: 'ge' }],
    ['#general, @ad', { mark: '@', start: 10, query: 'ad' }],
    ['# Title', null],
    ['a#b', null],
    ['```\n#inc', null],
    ['```\na :fi', null],
    ['```a```\n:fi', { mark: ':', start: 8, query: 'fi' }],
  ])('in %j', (text, typed) => expect(typedAt(text, text.length)).toEqual(typed));
});

describe('suggestions', () => {
  const all = [person('Mary Adams', 'mary'), person('Grace', 'ghopper'), person('Ada', 'ada.l')];

  it('are those whose name, or a word of it, begins with what was typed; names first', () => {
    expect(suggestionsFor('@', 'ad', all).map(({ name }) => name)).toEqual(['Ada', 'Mary Adams']);
    expect(suggestionsFor('@', 'GH', all).map(({ name }) => name)).toEqual(['Grace']);
    expect(suggestionsFor('@', 'zz', all)).toEqual([]);
  });

  it('after a hash are channels', () => {
    const channel: Suggestion = { ...person('Adverts', ''), kind: 'channel', mark: '#' };
    expect(suggestionsFor('#', 'ad', [...all, channel])).toEqual([channel]);
    expect(suggestionsFor('@', 'ad', [...all, channel])).not.toContain(channel);
  });

  it('are everybody, up to eight, before anything is typed', () => {
    expect(suggestionsFor('@', '', all)).toHaveLength(3);
    expect(
      suggestionsFor(
        '@',
        '',
        Array.from({ length: 20 }, (_, index) => person(`P${index}`, '')),
      ),
    ).toHaveLength(8);
  });
});
