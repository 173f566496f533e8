import Link from 'next/link';
import { Brand } from './brand';
import styles from './card-page.module.css';

/** Leads to where a stranger begins. */
export function HomeLink() {
  return (
    <Link href="/" className={styles.home}>
      <Brand />
    </Link>
  );
}
