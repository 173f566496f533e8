'use client';

import { Button } from '@/components/ui/button';
import { CardPage } from '@/components/ui/card-page';

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <CardPage title="Something broke" subtitle="This page met an error it did not expect. Nothing you sent is lost.">
      <Button wide onClick={reset}>
        Try again
      </Button>
      <Button wide look="quiet" onClick={() => location.reload()}>
        Reload WebChat
      </Button>
    </CardPage>
  );
}
