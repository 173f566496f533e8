import type { CSSProperties } from 'react';
import styles from './avatar.module.css';

interface Props {
  /** Decides the hue, so that it stays when the name changes. */
  id: string;
  name: string;
  size?: 'small' | 'medium' | 'large';
  shape?: 'round' | 'square';
  /** In place of the initials; they stay where there is none. */
  image?: string | null;
}

/** Decoration beside a name; assistive technology reads the name itself. */
export function Avatar({ id, name, size = 'medium', shape = 'round', image = null }: Props) {
  const style = { '--hue': hueOf(id) } as CSSProperties;
  return (
    <span className={`${styles.avatar} ${styles[size]} ${styles[shape]}`} style={style} aria-hidden>
      {/* eslint-disable-next-line @next/next/no-img-element -- a blob of this page is nothing to optimise */}
      {image === null ? initialsOf(name) : <img src={image} alt="" className={styles.image} draggable={false} />}
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
