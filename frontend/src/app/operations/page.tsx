import type { Metadata } from 'next';
import { requestWords } from '@/i18n/request-speech';
import { Cache } from '../cache';
import { titled } from '../titled';
import { OperationsPage } from './operations-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords();
  return { title: titled(t('operations.title')), robots: { index: false } };
}

export default function Page() {
  return (
    <Cache>
      <OperationsPage />
    </Cache>
  );
}
