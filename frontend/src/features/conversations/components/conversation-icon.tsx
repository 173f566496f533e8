import { Users } from 'lucide-react';
import { PersonAvatar } from '@/profiles/person-avatar';
import styles from './conversation-icon.module.css';

interface Props {
  /** With whom one talks; null for a group. */
  userId: string | null;
  name: string;
  size?: 'small' | 'large';
}

/** The face of the other one, or the sign of a group. */
export function ConversationIcon({ userId, name, size = 'small' }: Props) {
  if (userId !== null) return <PersonAvatar userId={userId} name={name} size={size} />;
  return (
    <span className={`${styles.group} ${styles[size]}`}>
      <Users size={size === 'small' ? 16 : 32} aria-hidden />
    </span>
  );
}
