import { ArrowLeft, Hash, UserPlus, Users } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import styles from './channel-header.module.css';

interface Props {
  /** Undefined while it loads. */
  name: string | undefined;
  membersShown: boolean;
  onToggleMembers(): void;
  onInvite(): void;
  /** To the list of channels, where there is room for one pane only. */
  onBack(): void;
}

export function ChannelHeader({ name, membersShown, onToggleMembers, onInvite, onBack }: Props) {
  return (
    <header className={styles.header}>
      <IconButton label="Back to the channels" className={styles.back} onClick={onBack}>
        <ArrowLeft size={20} aria-hidden />
      </IconButton>
      <Hash size={20} aria-hidden className={styles.hash} />
      <h1 className={styles.name}>{name ?? <Skeleton width={96} height={18} />}</h1>
      <div className={styles.actions}>
        <IconButton label="Invite people" onClick={onInvite}>
          <UserPlus size={18} aria-hidden />
        </IconButton>
        <IconButton
          label={membersShown ? 'Hide members' : 'Show members'}
          aria-pressed={membersShown}
          onClick={onToggleMembers}
        >
          <Users size={18} aria-hidden />
        </IconButton>
      </div>
    </header>
  );
}
