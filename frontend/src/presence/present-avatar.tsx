'use client';

import { PersonAvatar } from '@/profiles/person-avatar';
import { PresenceDot } from './presence-dot';
import styles from './present-avatar.module.css';
import { useStatus } from './use-presence';

interface Props {
  userId: string;
  name: string;
  size?: 'small' | 'large';
}

/** Somebody's avatar with how they are seen. Decoration, as the avatar is: the words stand beside it. */
export function PresentAvatar({ userId, name, size = 'small' }: Props) {
  const status = useStatus(userId);
  return (
    <span className={`${styles.avatar} ${styles[size]}`}>
      <PersonAvatar userId={userId} name={name} size={size} />
      <span className={styles.place}>
        <PresenceDot status={status} size={size} />
      </span>
    </span>
  );
}
