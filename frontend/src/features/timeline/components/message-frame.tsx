import { Pin } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ColoredName } from '@/components/ui/colored-name';
import type { Message } from '@/contracts/message';
import { useCalled } from '@/profiles/called';
import { PersonAvatar } from '@/profiles/person-avatar';
import { clockTime, messageTime } from '../model/times';
import styles from './message-item.module.css';
import { MessageTime } from './message-time';
import { useToday } from './use-today';

interface Props {
  message: Message;
  /** Whether it shows who wrote it, and when; else it follows one that does. */
  startsGroup: boolean;
  /** What it says. */
  children: ReactNode;
}

/** Who said something, and when. */
export function MessageFrame({ message, startsGroup, children }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const today = useToday();
  const { name, color } = useCalled(message.authorId);
  return (
    <div className={styles.grid}>
      {startsGroup ? (
        <>
          <span className={styles.gutter}>
            <PersonAvatar userId={message.authorId} name={name} />
          </span>
          <header className={styles.header}>
            <ColoredName name={name} color={color} className={styles.author} />
            <MessageTime className={styles.time} at={message.at} text={messageTime(message.at, today, locale)} />
            {message.isPinned && (
              <Pin size={13} role="img" aria-label={t('timeline.pinned')} className={styles.pinned} />
            )}
          </header>
        </>
      ) : (
        <span className={`${styles.gutter} ${styles.aside}`}>
          <span className="visually-hidden">{name}</span>
          <MessageTime className={styles.time} at={message.at} text={clockTime(message.at, locale)} />
        </span>
      )}
      <div className={styles.content}>{children}</div>
    </div>
  );
}
