import { describe, expect, it } from 'vitest';
import { speechOf } from './languages';

describe('the language', () => {
  it('is the one that was chosen, whatever the browser wants', () => {
    expect(speechOf('de', 'en-GB,en;q=0.9')).toEqual({ language: 'de', direction: 'ltr', locale: 'de' });
  });

  it('is else the most wanted one that there is, with the region of the browser', () => {
    expect(speechOf(undefined, 'fr-FR,de-AT;q=0.8,en;q=0.9')).toMatchObject({ language: 'en', locale: 'en' });
    expect(speechOf(undefined, 'fr, de-AT;q=0.8, en;q=0.5')).toMatchObject({ language: 'de', locale: 'de-AT' });
    expect(speechOf('en', 'de-AT,en-GB;q=0.3')).toMatchObject({ language: 'en', locale: 'en-GB' });
  });

  it('is English where nothing fits, and where the header or the cookie makes no sense', () => {
    for (const header of [null, '', '*', 'fr', 'de;q=0', '_;q=x,,', 'en-'.repeat(40)]) {
      expect(speechOf(undefined, header), String(header)).toMatchObject({ language: 'en', locale: 'en' });
    }
    expect(speechOf('tlh', 'de')).toMatchObject({ language: 'de' });
  });
});
