import styles from './card-page.module.css';
import { LogoMark } from './logo';

/** What the app is called, with its mark. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <LogoMark size={28} />
      WebChat
    </span>
  );
}
