import type { CSSProperties } from 'react';
import styles from './avatar.module.css';

interface Props {
  /** Decides the hue, so that it stays when the name changes. */
  id: string;
  name: string;
  size?: 'small' | 'medium' | 'large';
  shape?: 'round' | 'square';
}

/** Decoration beside a name; assistive technology reads the name itself. */
export function Avatar({ id, name, size = 'medium', shape = 'round' }: Props) {
  const style = { '--hue': hueOf(id) } as CSSProperties;
  return (
    <span className={`${styles.avatar} ${styles[size]} ${styles[shape]}`} style={style} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

function hueOf(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return (hash % 24) * 15;
}

/** Of `Rocket club` RC, of `ada.lovelace` AL, of `ada` A. */
function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const initials = words.slice(0, 2).map((word) => [...word][0] ?? '');
  return initials.join('').toLocaleUpperCase();
}
