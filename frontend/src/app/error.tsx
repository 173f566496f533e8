'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CardPage } from '@/components/ui/card-page';
import { useReport } from '@/reporting/browser-reporter';

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  useReport(error);
  const t = useTranslations();
  return (
    <CardPage title={t('pages.broke')} subtitle={t('pages.brokeText')}>
      <Button wide onClick={reset}>
        {t('common.tryAgain')}
      </Button>
      <Button wide look="quiet" onClick={() => location.reload()}>
        {t('pages.reload')}
      </Button>
    </CardPage>
  );
}
