import { cookies, headers } from 'next/headers';
import { createTranslator, type Messages } from 'use-intl/core';
import { spokenCatalogueOf } from './catalogue';
import { LANGUAGE_COOKIE, speechOf, type Speech } from './languages';
import type { Translate } from './translate';

/** What the page that is asked for is shown in. */
export async function requestSpeech(): Promise<Speech> {
  return speechOf((await cookies()).get(LANGUAGE_COOKIE)?.value, (await headers()).get('accept-language'));
}

/** For what the server says by itself, such as titles. */
export async function requestWords(): Promise<Translate> {
  const { language, locale } = await requestSpeech();
  return createTranslator({ locale, messages: (await spokenCatalogueOf(language)) as Messages });
}
