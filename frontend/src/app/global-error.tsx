'use client';

import './tokens.css';
import './globals.css';
import { Button } from '@/components/ui/button';
import { CardPage } from '@/components/ui/card-page';

/** Replaces the whole document when even the root layout fails. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <CardPage title="Something broke" subtitle="WebChat could not be shown.">
          <Button wide onClick={reset}>
            Try again
          </Button>
        </CardPage>
      </body>
    </html>
  );
}
