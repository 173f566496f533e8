import type { CSSProperties } from 'react';
import styles from './colored-name.module.css';

/** A name in the colour of a role, made legible on either canvas. */
export function ColoredName({
  name,
  color,
  className,
}: {
  name: string;
  color: string | null;
  className?: string | undefined;
}) {
  if (color === null) {
    return (
      <span className={className} dir="auto">
        {name}
      </span>
    );
  }
  return (
    <span
      dir="auto"
      className={[styles.colored, className].filter(Boolean).join(' ')}
      style={{ '--role': color } as CSSProperties}
    >
      {name}
    </span>
  );
}
