import { describe, expect, it } from 'vitest';
import { mentionAt, suggestionsFor, type Suggestion } from './suggestions';

const person = (name: string, detail: string): Suggestion => ({ id: name, kind: 'user', name, detail, token: name });

describe('the mention that is being typed', () => {
  it.each([
    ['@', { start: 0, query: '' }],
    ['hello @ad', { start: 6, query: 'ad' }],
    ['hello @Ada Lo', { start: 6, query: 'Ada Lo' }],
    ['(@ad', { start: 1, query: 'ad' }],
    ['mail@ad', null],
    ['@ ', null],
    ['@ada\n', null],
    ['nothing', null],
  ])('in %j', (text, typed) => expect(mentionAt(text, text.length)).toEqual(typed));
});

describe('suggestions', () => {
  const all = [person('Mary Adams', 'mary'), person('Grace', 'ghopper'), person('Ada', 'ada.l')];

  it('are those whose name, or a word of it, begins with what was typed; names first', () => {
    expect(suggestionsFor('ad', all).map(({ name }) => name)).toEqual(['Ada', 'Mary Adams']);
    expect(suggestionsFor('GH', all).map(({ name }) => name)).toEqual(['Grace']);
    expect(suggestionsFor('zz', all)).toEqual([]);
  });

  it('are everybody, up to eight, before anything is typed', () => {
    expect(suggestionsFor('', all)).toHaveLength(3);
    expect(
      suggestionsFor(
        '',
        Array.from({ length: 20 }, (_, index) => person(`P${index}`, '')),
      ),
    ).toHaveLength(8);
  });
});
