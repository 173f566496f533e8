import type { Metadata } from 'next';
import { Suspense } from 'react';
import { requestWords } from '@/i18n/request-speech';
import { SignInPage } from '../sign-in-page';
import { titled } from '../titled';

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords();
  return { title: titled(t('signIn.createPage')) };
}

export default function SignUpPage() {
  return (
    <Suspense>
      <SignInPage way="signup" />
    </Suspense>
  );
}
