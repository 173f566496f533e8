'use client';

import { useTranslations } from 'use-intl';
import { Brand } from '@/components/ui/brand';
import buttons from '@/components/ui/button.module.css';
import { CardPage } from '@/components/ui/card-page';
import cards from '@/components/ui/card-page.module.css';
import { titled } from './titled';

/* eslint-disable @next/next/no-html-link-for-pages -- a link of the framework's has code */

/** Its code comes with every page, so it leads away by links of the browser's own, which need none. */
export default function NotFound() {
  const t = useTranslations();
  const home = (
    <a href="/" className={cards.home}>
      <Brand />
    </a>
  );
  return (
    <CardPage brand={home} title={t('pages.notFound')} subtitle={t('pages.notFoundText')}>
      <title>{titled(t('pages.notFound'))}</title>
      <a href="/channels" className={`${buttons.button} ${buttons.roomy} ${buttons.primary} ${buttons.wide}`}>
        {t('pages.goToWebChat')}
      </a>
    </CardPage>
  );
}
