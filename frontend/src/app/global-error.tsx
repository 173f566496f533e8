'use client';

import './tokens.css';
import './globals.css';
import { Button } from '@/components/ui/button';
import { CardPage } from '@/components/ui/card-page';
import { speechOf } from '@/i18n/languages';
import { pages as german } from '@/messages/de/pages';
import { pages as english } from '@/messages/en/pages';
import { useReport } from '@/reporting/browser-reporter';

/** The few words for when nothing else could be loaded. */
const WORDS = { en: english, de: german };

/** Replaces the whole document when even the root layout fails. */
export default function GlobalError({ error, reset }: { error: Error; reset: () => void }) {
  useReport(error);
  const before = typeof document === 'undefined' ? undefined : document.documentElement.lang;
  const { language, direction } = speechOf(before, null);
  const words = WORDS[language];
  return (
    <html lang={language} dir={direction}>
      <body>
        <CardPage title={words.broke} subtitle={words.notShown}>
          <Button wide onClick={reset}>
            {words.tryAgain}
          </Button>
        </CardPage>
      </body>
    </html>
  );
}
