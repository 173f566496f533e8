'use client';

import { MessagesSquare, RefreshCw, Users } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { LinkButton } from '@/components/ui/link-button';
import { LogoMark } from '@/components/ui/logo';
import { useSession } from '@/session/use-session';
import styles from './landing.module.css';

const POINTS = [
  { icon: MessagesSquare, title: 'landing.instant', text: 'landing.instantText' },
  {
    icon: RefreshCw,
    title: 'landing.nothingLost',
    text: 'landing.nothingLostText',
  },
  { icon: Users, title: 'landing.people', text: 'landing.peopleText' },
] as const;

export function Landing() {
  const t = useTranslations();
  const router = useRouter();
  const { status } = useSession();
  useEffect(() => {
    if (status === 'signed-in') router.replace('/channels');
  }, [status, router]);

  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <span className={styles.brand}>
          <LogoMark size={28} />
          WebChat
        </span>
        <LinkButton href="/login" look="plain">
          {t('landing.logIn')}
        </LinkButton>
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{t('landing.title')}</h1>
        <p className={styles.lead}>{t('landing.lead')}</p>
        <div className={styles.actions}>
          <LinkButton href="/signup">{t('landing.create')}</LinkButton>
          <LinkButton href="/login" look="plain">
            {t('landing.haveOne')}
          </LinkButton>
        </div>
        <ul className={styles.points}>
          {POINTS.map(({ icon: Icon, title, text }) => (
            <li key={title} className={styles.point}>
              <Icon size={20} aria-hidden />
              <h2>{t(title)}</h2>
              <p>{t(text)}</p>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
