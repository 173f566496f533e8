import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/i18n/languages';
import { catalogueOf } from '@/i18n/catalogue';
import en from './en';

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

const entriesOf = (catalogue: Catalogue) =>
  Object.entries(catalogue).flatMap(([section, words]) =>
    Object.entries(words).map(([key, text]) => [`${section}.${key}`, text] as const),
  );
const english = new Map(entriesOf(en));

/** What a text takes in: `count:plural`, `name:argument`, `b:tag`. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.plural:
      case TYPE.select: {
        const within = Object.values(element.options).flatMap((option) => argumentsOf(option.value));
        return [`${element.value}:${TYPE[element.type]}`, ...within];
      }
      case TYPE.tag:
        return [`${element.value}:tag`, ...argumentsOf(element.children)];
      case TYPE.literal:
      case TYPE.pound:
        return [];
      default:
        return [`${element.value}:${TYPE[element.type]}`];
    }
  });
}

const takes = (text: string) => [...new Set(argumentsOf(parse(text)))].sort();

describe.each(LANGUAGES.map(({ id }) => id))('the catalogue of %s', (language) => {
  it('has the keys of English, and no others', async () => {
    const keys = entriesOf(await catalogueOf(language)).map(([key]) => key);
    expect(keys.toSorted()).toEqual([...english.keys()].sort());
  });

  it('says something for each, and takes in what English does', async () => {
    for (const [key, text] of entriesOf(await catalogueOf(language))) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe('');
      expect(takes(text), key).toEqual(takes(english.get(key) ?? ''));
    }
  });

  it('has a form for each number that the language tells apart', async () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, text] of entriesOf(await catalogueOf(language))) {
      for (const element of parse(text)) {
        if (element.type !== TYPE.plural) continue;
        expect(Object.keys(element.options), key).toEqual(expect.arrayContaining(wanted));
      }
    }
  });
});

it('every word of the catalogue is used somewhere', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/^messages|\.test\./.test(file))
    .map((file) => readFileSync(join('src', file), 'utf8'))
    .join('\n');
  // Of these sections a key is put together from what is shown: a status, a permission, a problem; of others some are.
  const composed = ['auditKinds', 'auditSentences', 'permissions', 'problems', 'statuses', 'shortcuts', 'pages'];
  const partly = ['composer', 'search', 'switcher'];
  const unused = [...english.keys()].filter((key) => {
    const [section = '', name = ''] = key.split('.');
    if (composed.includes(section) || sources.includes(`'${key}'`)) return false;
    return !partly.includes(section) || !sources.includes(`'${name}'`);
  });
  expect(unused).toEqual([]);
});
