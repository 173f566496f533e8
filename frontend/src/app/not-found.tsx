'use client';

import { useTranslations } from 'use-intl';
import { CardPage } from '@/components/ui/card-page';
import { LinkButton } from '@/components/ui/link-button';
import { titled } from './titled';

export default function NotFound() {
  const t = useTranslations();
  return (
    <CardPage title={t('pages.notFound')} subtitle={t('pages.notFoundText')}>
      <title>{titled(t('pages.notFound'))}</title>
      <LinkButton href="/channels" wide>
        {t('pages.goToWebChat')}
      </LinkButton>
    </CardPage>
  );
}
