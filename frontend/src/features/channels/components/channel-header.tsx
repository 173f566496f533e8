import { ArrowLeft, UserPlus, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import styles from './channel-header.module.css';

interface Props {
  /** Undefined while it loads. */
  name: string | undefined;
  topic: string | null;
  /** What stands before the name. */
  icon: ReactNode;
  mayInvite: boolean;
  membersShown: boolean;
  /** Other ways to look at the channel. */
  children?: ReactNode;
  /** Where one searches it. */
  search?: ReactNode;
  onToggleMembers(): void;
  onInvite(): void;
  /** To the list of channels, where there is room for one pane only. */
  onBack(): void;
}

export function ChannelHeader({
  name,
  topic,
  icon,
  mayInvite,
  membersShown,
  children,
  search,
  onToggleMembers,
  onInvite,
  onBack,
}: Props) {
  const t = useTranslations();
  return (
    <header className={styles.header}>
      <IconButton label={t('channels.back')} className={styles.back} onClick={onBack}>
        <ArrowLeft size={20} aria-hidden className="pointing" />
      </IconButton>
      <span className={styles.hash}>{icon}</span>
      <h1 className={styles.name} dir="auto">
        {name ?? <Skeleton width={96} height={18} />}
      </h1>
      <p className={styles.topic} dir="auto" title={topic ?? undefined}>
        {topic}
      </p>
      <div className={styles.actions}>
        {children}
        {mayInvite && (
          <IconButton label={t('channels.invitePeople')} className={styles.invite} onClick={onInvite}>
            <UserPlus size={18} aria-hidden />
          </IconButton>
        )}
        <IconButton
          label={membersShown ? t('channels.hideMembers') : t('channels.showMembers')}
          aria-pressed={membersShown}
          onClick={onToggleMembers}
        >
          <Users size={18} aria-hidden />
        </IconButton>
        {search}
      </div>
    </header>
  );
}
