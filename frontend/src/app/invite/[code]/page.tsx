import type { Metadata } from 'next';
import { requestWords } from '@/i18n/request-speech';
import { Cache } from '../../cache';
import { titled } from '../../titled';
import { InvitePage } from './invite-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords();
  return { title: titled(t('pages.invitation')), robots: { index: false } };
}

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  return (
    <Cache>
      <InvitePage code={decodeURIComponent((await params).code)} />
    </Cache>
  );
}
