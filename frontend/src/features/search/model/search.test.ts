import { describe, expect, it } from 'vitest';
import { wordsOf } from '@/i18n/testing-words';
import { choose, isTypingValue, optionsFor, type Option } from './options';
import { NO_SEARCH, queryOf, typedName, without, type Search } from './search';

const vocabulary = {
  people: [
    { id: 'u1', name: 'Ada Lovelace', username: 'ada' },
    { id: 'u2', name: 'Ben', username: 'big.ben' },
  ],
  channels: [
    { id: 'c1', name: 'general' },
    { id: 'c2', name: 'off-topic' },
  ],
};
const today = new Date(2026, 0, 31, 12);
const options = (text: string) => optionsFor(text, vocabulary, today, wordsOf());
const names = (text: string) => options(text).map(({ name }) => name);
const first = (text: string) => options(text)[0] as Option;
const typed = (text: string): Search => ({ ...NO_SEARCH, text });

describe('what there is to choose while one types', () => {
  it('is filters, then the values of one', () => {
    expect(names('')).toEqual(['from:', 'in:', 'has:', 'mentions:', 'before:', 'after:']);
    expect(names('deploy fr')).toEqual(['from:']);
    expect(names('deploy')).toEqual([]);
    expect(names('deploy from:')).toEqual(['Ada Lovelace', 'Ben']);
  });

  it.each([
    ['from:love', ['Ada Lovelace']],
    ['FROM:@big', ['Ben']],
    ['mentions:', ['Ada Lovelace', 'Ben', 'everyone']],
    ['in:#off', ['off-topic']],
    ['in:topic', ['off-topic']],
    ['has:i', ['image']],
    ['before:yes', ['yesterday']],
    ['after:2026-02-14', ['2026-02-14']],
    ['from:nobody', []],
  ])('is for %s what fits it', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('says whether a value is being typed', () => {
    expect(isTypingValue('x from:a')).toBe(true);
    expect(isTypingValue('from:a x')).toBe(false);
    expect(isTypingValue('fr')).toBe(false);
  });
});

describe('a choice', () => {
  it('goes on from the name of a filter to its value', () => {
    const begun = choose(typed('deploy fr'), first('deploy fr'));
    expect(begun.text).toBe('deploy from:');
    const chosen = choose(begun, first('deploy from:'));
    expect(chosen).toEqual({ filters: [{ key: 'from', value: 'u1', label: 'Ada Lovelace' }], text: 'deploy' });
    expect(queryOf(chosen)).toBe('from:u1 deploy');
  });

  it('is made once, and of a day the last one counts', () => {
    const once = choose(typed('in:gen'), first('in:gen'));
    expect(choose(once, first('in:gen'))).toEqual(once);
    const day = choose(typed('before:yes'), first('before:yes'));
    expect(queryOf(day)).toBe('before:2026-01-30');
    expect(queryOf(choose(day, first('before:today')))).toBe('before:2026-01-31');
  });

  it('can be taken back', () => {
    const chosen = choose(typed('x has:li'), first('x has:li'));
    expect(queryOf(chosen)).toBe('has:link x');
    expect(without(chosen, chosen.filters[0]!)).toEqual(typed('x'));
  });
});

it('a name that is being typed as the value of a filter is known, so that others with it are searched for', () => {
  expect(typedName('tea from:@zo')).toBe('zo');
  expect(typedName('mentions:zo')).toBe('zo');
  expect(typedName('in:general')).toBe('');
  expect(typedName('from zo')).toBe('');
});
