import { Users } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import styles from './conversation-icon.module.css';

interface Props {
  /** With whom one talks; null for a group. */
  userId: string | null;
  name: string;
}

/** The face of the other one, or the sign of a group. */
export function ConversationIcon({ userId, name }: Props) {
  if (userId !== null) return <Avatar id={userId} name={name} size="small" />;
  return (
    <span className={styles.group}>
      <Users size={16} aria-hidden />
    </span>
  );
}
