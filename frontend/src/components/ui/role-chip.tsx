import type { CSSProperties, ReactNode } from 'react';
import styles from './role-chip.module.css';

export function RoleDot({ color }: { color: string | null }) {
  return (
    <span
      className={styles.dot}
      data-plain={color === null || undefined}
      style={color === null ? undefined : ({ '--role': color } as CSSProperties)}
      aria-hidden
    />
  );
}

interface Props {
  name: string;
  color: string | null;
  /** What one can do with it, at its end. */
  children?: ReactNode;
}

export function RoleChip({ name, color, children }: Props) {
  return (
    <span className={styles.chip}>
      <RoleDot color={color} />
      <span className={styles.name} dir="auto">
        {name}
      </span>
      {children}
    </span>
  );
}
