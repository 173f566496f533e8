import styles from './logo.module.css';

export function LogoMark({ size = 32 }: { size?: number }) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <path
        className={styles.bubble}
        d="M9 2h14a7 7 0 0 1 7 7v8a7 7 0 0 1-7 7h-8.2l-6.1 5.3A1 1 0 0 1 7 28.6V23.7A7 7 0 0 1 2 17V9a7 7 0 0 1 7-7Z"
      />
      <path className={styles.lines} d="M9.5 10.5h13M9.5 15.5h8" />
    </svg>
  );
}
