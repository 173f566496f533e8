'use client';

import { useTranslations } from 'use-intl';
import { CardPage } from '@/components/ui/card-page';
import { HomeLink } from '@/components/ui/home-link';
import { LinkButton } from '@/components/ui/link-button';
import { titled } from './titled';

export default function NotFound() {
  const t = useTranslations();
  return (
    <CardPage brand={<HomeLink />} title={t('pages.notFound')} subtitle={t('pages.notFoundText')}>
      <title>{titled(t('pages.notFound'))}</title>
      <LinkButton href="/channels" wide>
        {t('pages.goToWebChat')}
      </LinkButton>
    </CardPage>
  );
}
