import type { Metadata } from 'next';
import { Suspense } from 'react';
import { SignInPage } from '../sign-in-page';

export const metadata: Metadata = { title: 'Create an account' };

export default function SignUpPage() {
  return (
    <Suspense>
      <SignInPage way="signup" />
    </Suspense>
  );
}
