import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { RUNTIME_CONFIG_ELEMENT_ID } from '@/config/runtime-config';
import { serverRuntimeConfig } from '@/config/server-runtime-config';
import { THEME_SCRIPT } from '@/features/account/model/theme-script';
import { Providers } from './providers';
import './tokens.css';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'WebChat', template: '%s · WebChat' },
  description: 'Chat that keeps every word, in order, once.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en" suppressHydrationWarning>
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
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
