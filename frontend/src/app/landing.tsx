'use client';

import { MessagesSquare, RefreshCw, Users } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { LogoMark } from '@/components/ui/logo';
import { useSession } from '@/session/use-session';
import styles from './landing.module.css';

const POINTS = [
  { icon: MessagesSquare, title: 'Instant', text: 'Words arrive while they are still warm, on every screen.' },
  {
    icon: RefreshCw,
    title: 'Nothing lost, nothing twice',
    text: 'Tunnels, naps and restarts: you get exactly what you missed.',
  },
  { icon: Users, title: 'Your people', text: 'A server for each group; one link brings everybody in.' },
];

export function Landing() {
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
          Log in
        </LinkButton>
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>A calm place to talk</h1>
        <p className={styles.lead}>Chat for groups that keeps every word, in order, once.</p>
        <div className={styles.actions}>
          <LinkButton href="/signup">Create an account</LinkButton>
          <LinkButton href="/login" look="plain">
            I have one
          </LinkButton>
        </div>
        <ul className={styles.points}>
          {POINTS.map(({ icon: Icon, title, text }) => (
            <li key={title} className={styles.point}>
              <Icon size={20} aria-hidden />
              <h2>{title}</h2>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
