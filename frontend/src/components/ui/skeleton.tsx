import styles from './skeleton.module.css';

/** Holds the place of something that is loading, in its final size. */
export function Skeleton({
  width,
  height = 14,
  round = false,
}: {
  width: number | string;
  height?: number;
  round?: boolean;
}) {
  return <span className={`${styles.skeleton} ${round ? styles.round : ''}`} style={{ width, height }} aria-hidden />;
}
