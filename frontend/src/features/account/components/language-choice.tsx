'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { SelectField } from '@/components/ui/text-field';
import { LANGUAGES } from '@/i18n/languages';
import { chooseLanguage, useChosenLanguage, type LanguageChoice as Choice } from '../model/language';

/** In which language WebChat speaks; each is called what its speakers call it. */
export function LanguageChoice() {
  const t = useTranslations();
  const router = useRouter();
  return (
    <SelectField
      label={t('appearance.language')}
      value={useChosenLanguage()}
      onChange={({ target }) => {
        chooseLanguage(target.value as Choice);
        router.refresh();
      }}
    >
      <option value="browser">{t('appearance.likeBrowser')}</option>
      {LANGUAGES.map(({ id, name }) => (
        <option key={id} value={id} lang={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
