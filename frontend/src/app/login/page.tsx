import type { Metadata } from 'next';
import { Suspense } from 'react';
import { SignInPage } from '../sign-in-page';

export const metadata: Metadata = { title: 'Log in' };

export default function LogInPage() {
  return (
    <Suspense>
      <SignInPage way="login" />
    </Suspense>
  );
}
