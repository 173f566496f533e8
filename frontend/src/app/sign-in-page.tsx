'use client';

import Link from 'next/link';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { CardPage } from '@/components/ui/card-page';
import { LogInForm } from '@/features/account/components/log-in-form';
import { SignUpForm } from '@/features/account/components/sign-up-form';
import { returnPath, withReturn } from '@/features/account/model/return-path';
import { session } from '@/session/browser-session';
import { useSession } from '@/session/use-session';

/** Signing in and signing up differ in the form; both lead back to where somebody came from. */
export function SignInPage({ way }: { way: 'login' | 'signup' }) {
  const router = useRouter();
  const next = useSearchParams().get('next');
  const { status } = useSession();
  useEffect(() => {
    if (status === 'signed-in') router.replace(returnPath(next));
  }, [status, router, next]);

  if (way === 'login') {
    return (
      <CardPage
        title="Welcome back"
        subtitle="Log in to go on where you left."
        footer={
          <>
            New here? <Link href={withReturn('/signup', next)}>Create an account</Link>
          </>
        }
      >
        <LogInForm onSignedIn={(answer) => session.adopt(answer)} />
      </CardPage>
    );
  }
  return (
    <CardPage
      title="Create your account"
      subtitle="It takes a minute, and no confirmation."
      footer={
        <>
          You have an account? <Link href={withReturn('/login', next)}>Log in</Link>
        </>
      }
    >
      <SignUpForm onSignedIn={(answer) => session.adopt(answer)} />
    </CardPage>
  );
}
