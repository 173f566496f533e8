'use client';

import Link from 'next/link';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { CardPage } from '@/components/ui/card-page';
import { HomeLink } from '@/components/ui/home-link';
import { LogInForm } from '@/features/account/components/log-in-form';
import { SignUpForm } from '@/features/account/components/sign-up-form';
import { returnPath, withReturn } from '@/features/account/model/return-path';
import { session } from '@/session/browser-session';
import { useSession } from '@/session/use-session';

/** Signing in and signing up differ in the form; both lead back to where somebody came from. */
export function SignInPage({ way }: { way: 'login' | 'signup' }) {
  const t = useTranslations();
  const router = useRouter();
  const next = useSearchParams().get('next');
  const { status } = useSession();
  useEffect(() => {
    if (status === 'signed-in') router.replace(returnPath(next));
  }, [status, router, next]);

  if (way === 'login') {
    return (
      <CardPage
        brand={<HomeLink />}
        title={t('signIn.welcome')}
        subtitle={t('signIn.welcomeText')}
        footer={t.rich('signIn.newHere', {
          link: (text) => <Link href={withReturn('/signup', next)}>{text}</Link>,
        })}
      >
        <LogInForm onSignedIn={(answer) => session.adopt(answer)} />
      </CardPage>
    );
  }
  return (
    <CardPage
      brand={<HomeLink />}
      title={t('signIn.createTitle')}
      subtitle={t('signIn.createText')}
      footer={t.rich('signIn.haveAccount', {
        link: (text) => <Link href={withReturn('/login', next)}>{text}</Link>,
      })}
    >
      <SignUpForm onSignedIn={(answer) => session.adopt(answer)} />
    </CardPage>
  );
}
