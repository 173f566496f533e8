import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { RUNTIME_CONFIG_ELEMENT_ID } from '@/config/runtime-config';
import { serverRuntimeConfig } from '@/config/server-runtime-config';
import { THEME_SCRIPT } from '@/features/account/model/theme-script';
import { spokenCatalogueOf } from '@/i18n/catalogue';
import { requestSpeech, requestWords } from '@/i18n/request-speech';
import { SpeechProvider } from '@/i18n/speech-provider';
import './tokens.css';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords();
  return { description: t('pages.description') };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const speech = await requestSpeech();
  return (
    <html lang={speech.language} dir={speech.direction} suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
        <script
          id={RUNTIME_CONFIG_ELEMENT_ID}
          type="application/json"
          nonce={nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: JSON.stringify(serverRuntimeConfig()).replaceAll('<', '\\u003c') }}
        />
      </head>
      <body>
        <SpeechProvider speech={speech} messages={await spokenCatalogueOf(speech.language)}>
          {children}
        </SpeechProvider>
      </body>
    </html>
  );
}
